"""The coordinators' desk."""
