// How large iOS wants text, in percent of its standard 17 px. Other systems tell the app itself.
const measure = () => {
  if (!/iPhone|iPad/.test(navigator.userAgent)) return 100;
  const probe = document.createElement("span");
  probe.style.font = "-apple-system-body";
  document.body.append(probe);
  const size = parseFloat(getComputedStyle(probe).fontSize);
  const known = probe.style.font !== "";
  probe.remove();
  return known && size > 0 ? Math.round((size / 17) * 100) : 100;
};
dioxus.send(measure());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") dioxus.send(measure());
});
// The answers go on as long as this does.
await new Promise(() => {});
