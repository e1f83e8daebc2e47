// Runs before first paint, so that a page never flashes in the other theme.
try {
  document.documentElement.dataset.theme = localStorage.getItem("kinora.theme") === "light" ? "light" : "dark";
} catch {
  // No storage: the dark theme of the markup stays.
}
