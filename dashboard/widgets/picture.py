"""A chart as a picture file, made in the browser from the very marks on screen: nothing is drawn twice, nothing sent."""

import streamlit as st

_HTML = '<button type="button" data-form="svg">SVG</button><button type="button" data-form="png">PNG</button>'
_CSS = """
button { font: inherit; color: var(--st-text-color); background: var(--st-background-color); cursor: pointer;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius); padding: .375rem .75rem;
  margin-right: .5rem; min-height: 2.5rem; }
button:hover, button:focus-visible { border-color: var(--st-primary-color); outline-color: var(--st-primary-color); }
"""
_JS = """
const SCALE = 2;
function save(href, name) {
  const link = document.createElement("a");
  link.href = href; link.download = name; link.click();
}
function drawn(figure) {
  const shown = document.querySelector(`.st-key-${figure} [data-testid=stVegaLiteChart] svg`);
  if (!shown) return null;
  const copy = shown.cloneNode(true);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  paper.setAttribute("width", "100%"); paper.setAttribute("height", "100%");
  paper.setAttribute("fill", getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor);
  copy.insertBefore(paper, copy.firstChild);
  const { width, height } = shown.getBoundingClientRect();
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}
export default function ({ data, parentElement }) {
  for (const button of parentElement.querySelectorAll("button")) {
    button.setAttribute("aria-label", `Save the chart as ${button.textContent}`);
    button.onclick = () => {
      const picture = drawn(data.figure);
      if (!picture) return;
      const svg = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(picture.text);
      if (button.dataset.form === "svg") return save(svg, `${data.name}.svg`);
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement("canvas");
        canvas.width = picture.width * SCALE; canvas.height = picture.height * SCALE;
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        save(canvas.toDataURL("image/png"), `${data.name}.png`);
      };
      image.src = svg;
    };
  }
}
"""
_saver = st.components.v2.component("chart_picture", html=_HTML, css=_CSS, js=_JS)


def save_picture(figure_key: str, name: str) -> None:
    """Two buttons that save the chart inside the keyed container, as SVG and as PNG of twice its size."""
    _saver(key=f"picture_{figure_key}", data={"figure": figure_key, "name": name}, height=48)
