"""A question to one of our own command lines."""

from kpvp_gui.background.child_question import ChildQuestion


def test_a_child_is_asked_in_a_process_of_its_own(qtbot):
    question = ChildQuestion()
    with qtbot.waitSignal(question.answered, timeout=20000) as answer:
        question.ask(["-c", "import sys, json; print('noise'); print(json.dumps({'said': sys.stdin.read()}))"], "hello")
    assert answer.args[0] == {"said": "hello"}
    with qtbot.waitSignal(question.failed, timeout=20000) as failure:
        question.ask(["-c", "import sys; sys.exit('no such thing')"])
    assert failure.args[0] == "no such thing"
