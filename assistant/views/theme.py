"""The theme of the page: the system's own fonts, and the blue of the United Nations."""

import gradio as gr
from gradio.themes.utils.colors import Color

# From the pale tint of a marked line to near black; 600 and darker are legible on white (WCAG AA).
UN_BLUE = Color(
    name="un_blue", c50="#eef8fd", c100="#d6eefa", c200="#aeddf4", c300="#77c6ec", c400="#33aee3",
    c500="#009edb", c600="#0072a8", c700="#00608f", c800="#004d73", c900="#063a56", c950="#04263a",
)  # fmt: skip
SANS = ("Segoe UI", "Helvetica Neue", "Arial", "sans-serif")
MONO = ("Consolas", "Liberation Mono", "monospace")


def theme() -> gr.themes.Base:
    """A plain theme that fetches nothing; page.css does the rest."""
    return gr.themes.Base(primary_hue=UN_BLUE, neutral_hue="slate", font=SANS, font_mono=MONO)
