import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { i18n, startWords } from "./i18n";
import "./styles/index.css";

i18n.on("languageChanged", (next) => {
  document.documentElement.lang = next;
});
await startWords();
const root = document.querySelector("#root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
