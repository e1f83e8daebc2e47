// Runs before first paint: a page never flashes in the other theme, and what the studio asks first is on its way before its code is there (src/api/early.ts).
function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // No storage: the theme of the markup and the browser's language stay.
  }
}

{
  const spoken = ["en", "ru"];
  const language = [kept("kinora.language"), ...navigator.languages]
    .map((name) => name?.split("-")[0])
    .find((name) => spoken.includes(name));
  const page = document.documentElement;
  page.dataset.theme = kept("kinora.theme") === "light" ? "light" : "dark";
  page.lang = language ?? spoken[0];

  const open = ["/sign-in", "/share/"].some((path) => location.pathname.startsWith(path));
  const questions = open ? [] : ["/api/account", "/api/models", "/api/generations?limit=24"];
  const headers = { "Accept-Language": page.lang };
  window.early = new Map(questions.map((path) => [path, fetch(path, { headers, credentials: "same-origin" })]));
  // Who asks the same later hears what is wrong with it.
  for (const answer of window.early.values()) answer.catch(() => undefined);
}
