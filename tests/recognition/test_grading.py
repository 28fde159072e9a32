import pytest

from desktop.recognition import recognise


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("浴室太滑，我摔倒骨折了", 4),
        ("吃完海鲜全家上吐下泻", 4),
        ("We were bitten by bed bugs and my arm is swollen", 4),
        ("一晚没睡，打了好几次电话都没人理，钱也不退", 3),
        ("No hot water for two days, called several times and nobody came", 3),
        ("早餐品种有点少", 1),
        ("Lovely stay, great staff, clean room, only the lamp was a bit dim", 1),
        ("网络很慢", 2),
    ],
)
def test_severity_follows_harm_and_repetition(hotel, text, severity):
    assert recognise(text, hotel).severity == severity


@pytest.mark.parametrize(
    ("text", "emotion"),
    [
        ("你们他妈的就是骗子，滚！", 4),
        ("This is fucking ridiculous", 4),
        ("太差了！再也不来了！简直离谱！", 3),
        ("Worst hotel ever, never again!!! Absolutely disgusting", 3),
        ("有点失望，房间太小", 2),
        ("Great hotel, lovely staff, wonderful breakfast, clean and quiet, the lamp was dim", 0),
    ],
)
def test_emotion_follows_words_and_marks(hotel, text, emotion):
    assert recognise(text, hotel).emotion == emotion


def test_anger_alone_makes_nothing_graver(hotel):
    calm, angry = recognise("电视遥控器坏了", hotel), recognise("他妈的！电视遥控器坏了！！！", hotel)
    assert angry.emotion == 4 > calm.emotion
    assert angry.severity == calm.severity


def test_the_reasons_of_severity_are_named(hotel):
    assert recognise("插座漏电，我被电到了", hotel).severity_why[0] == "flag_injury"
    assert "again" in recognise("打了好几次电话都没人理，一夜没睡", hotel).severity_why
