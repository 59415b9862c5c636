"""`porchlight directory`: lists come in, records are checked and corrected, the directory goes out."""

from __future__ import annotations

import typer

from porchlight.commands.directory import care, come_in, go_out

app = typer.Typer(help="The directory of services.", no_args_is_help=True)
app.command("template")(come_in.template)
app.command("import")(come_in.import_)
app.command("lists")(come_in.lists)
app.command("undo")(come_in.undo)
app.command("remove")(come_in.remove)
app.command("show")(care.show)
app.command("check")(care.check)
app.command("correct")(care.correct)
app.command("export")(go_out.export)
app.command("coverage")(go_out.coverage)
