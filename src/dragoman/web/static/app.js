// Keys, and what the pages need besides links and forms.
const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("q")?.focus();
    return;
  }
  const review = document.querySelector("[data-review]");
  const control = review?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (control && !control.closest("[hidden]")) {
    event.preventDefault();
    control.click();
  }
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-opens]");
  if (!opener) return;
  const part = document.getElementById(opener.dataset.opens);
  part.hidden = !part.hidden;
  opener.setAttribute("aria-expanded", String(!part.hidden));
  if (!part.hidden) part.querySelector("select, input:not([type=hidden])")?.focus();
});

// A filter's empty fields stay out of the address.
document.addEventListener("htmx:configRequest", (event) => {
  const { parameters, verb } = event.detail;
  if (verb !== "get") return;
  for (const [name, value] of Object.entries(parameters)) if (value === "") delete parameters[name];
});
document.addEventListener("submit", (event) => {
  if (event.target.method !== "get") return;
  for (const field of event.target.elements) if (field.name && field.value === "") field.disabled = true;
  setTimeout(() => { for (const field of event.target.elements) field.disabled = false; }, 0);
});

// A reading that was pasted at home brings its own style sheet.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id !== "read-out" || document.querySelector("link[href$='light.css']")) return;
  const base = document.querySelector("link[href$='web.css']").href;
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = base.replace("web.css", "light.css");
  document.head.append(sheet);
});
