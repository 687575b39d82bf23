// What happens between one answer of the server and the next: opening a source, copying, scrolling.
// One listener on the document, so what the server redraws needs no wiring.
(() => {
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const glide = (element, block) =>
    element.scrollIntoView({ behavior: calm() ? "auto" : "smooth", block });

  // The sources of one turn are shown, those of the others hidden.
  const showTurn = (turn) =>
    each("#panel .turn", (section) => { section.hidden = section.dataset.turn !== turn; });

  const openSource = ({ turn, n }) => {
    const card = document.getElementById(`source-${turn}-${n}`);
    if (!card) return;
    showTurn(turn);
    each(".card.lit", (other) => other.classList.remove("lit"));
    each(".marker", (marker) => {
      const here = marker.dataset.turn === turn && marker.dataset.n === n;
      marker.classList.toggle("open-now", here);
    });
    card.classList.add("lit");
    card.focus({ preventScroll: true });
    glide(card, "start");
  };

  const openTurn = ({ turn }) => {
    const section = document.querySelector(`#panel .turn[data-turn="${turn}"]`);
    showTurn(turn);
    if (section) glide(section, "start");
    section?.querySelector(".card")?.focus({ preventScroll: true });
  };

  const backToAnswer = ({ turn, n }) => {
    const marker = document.querySelector(`.marker[data-turn="${turn}"][data-n="${n}"]`);
    if (!marker) return;
    marker.focus({ preventScroll: true });
    glide(marker, "center");
  };

  // The clipboard API is there only on https and localhost; elsewhere the old way still works.
  const write = async (text) => {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    if (!copied) throw new Error("the browser did not copy");
  };

  const copy = async (button) => {
    const label = button.textContent;
    if (label.startsWith("Copied") || label.startsWith("Not copied")) return;
    try { await write(button.dataset.copy); button.textContent = "Copied"; }
    catch { button.textContent = "Not copied: select the text instead"; }
    button.focus();
    setTimeout(() => { button.textContent = label; }, 1600);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button");
    if (!button) return;
    if (button.matches(".marker")) openSource(button.dataset);
    else if (button.matches(".tools .open")) openTurn(button.dataset);
    else if (button.matches(".card .back")) backToAnswer(button.dataset);
    else if (button.dataset.copy !== undefined) copy(button);
  });

  // A new question moves to the top of the talk, and again once its answer is there: it is read from the
  // beginning. The clicked example has gone by then, so the keyboard returns to the question box.
  let seen = "";
  const follow = () => {
    const all = document.querySelectorAll(".exchange");
    const latest = all[all.length - 1];
    const now = latest ? `${all.length} ${latest.dataset.stage}` : "";
    if (now === seen) return;
    seen = now;
    if (latest && latest.dataset.stage !== "answering") glide(latest, "start");
    if (document.activeElement === document.body && matchMedia("(hover: hover)").matches)
      document.querySelector("#question textarea")?.focus({ preventScroll: true });
  };

  // What Gradio's own parts leave unsaid to those who cannot see them.
  const say = () => {
    each("#choices .label-wrap", (button) =>
      button.setAttribute("aria-expanded", button.classList.contains("open")));
    each("#documents", (group) => group.setAttribute("aria-label", "Look only in (all, unless you choose)"));
    each("#draft", (box) => {
      const warning = box.querySelector(".info-text");
      if (warning) warning.id = "draft-warning";
      box.querySelector("input")?.setAttribute("aria-describedby", "draft-warning");
    });
  };

  new MutationObserver(() => { follow(); say(); })
    .observe(document.body, { childList: true, subtree: true, attributeFilter: ["class", "data-stage"] });
  say();
})();
