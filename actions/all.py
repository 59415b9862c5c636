"""Every action, for rasa-sdk to find."""

from actions.ask_detail import ActionAskDetail
from actions.change import ActionChangePlace, ActionCorrect
from actions.choose import ActionChoose
from actions.desk.desk_talk import (
    ActionAnyNews,
    ActionDeleteMyData,
    ActionWithdrawConsent,
    ActionWrongNumber,
)
from actions.desk.follow_up import ActionFollowUp
from actions.desk.referral import ActionPerson
from actions.find_help import ActionFindHelp
from actions.narrow import ActionCloser, ActionFreeOnly, ActionMore, ActionNotThat
from actions.repeat import ActionRepeat
from actions.talk.small_talk import (
    ActionGoodbye,
    ActionGreet,
    ActionHowItWorks,
    ActionInsult,
    ActionLanguageSwitch,
    ActionNoAdvice,
    ActionNoAnswer,
    ActionOffTopic,
    ActionStartOver,
    ActionThanks,
    ActionUnsure,
    ActionWhatElse,
    ActionWhoAreYou,
    ActionYesNo,
)

__all__ = [
    "ActionAnyNews", "ActionAskDetail", "ActionChangePlace", "ActionChoose", "ActionCloser", "ActionCorrect",
    "ActionDeleteMyData", "ActionFindHelp", "ActionFollowUp", "ActionFreeOnly", "ActionGoodbye", "ActionGreet",
    "ActionHowItWorks", "ActionInsult", "ActionLanguageSwitch", "ActionMore", "ActionNoAdvice", "ActionNoAnswer",
    "ActionNotThat", "ActionOffTopic", "ActionPerson", "ActionRepeat", "ActionStartOver", "ActionThanks",
    "ActionUnsure", "ActionWhatElse", "ActionWhoAreYou", "ActionWithdrawConsent", "ActionWrongNumber", "ActionYesNo",
]  # fmt: skip
