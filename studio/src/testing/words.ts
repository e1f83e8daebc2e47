import { startWords } from "../i18n";

/** Tests speak English, whatever the machine speaks. */
await startWords("en");
