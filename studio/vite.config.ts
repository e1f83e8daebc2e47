import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = process.env.KINORA_SERVER ?? "http://localhost:5080";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    outDir: "../src/Kinora.Server/wwwroot",
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 700,
    // What Create draws with comes as two files instead of dozens; one of them outlives a release. So does what dialogs and pages are made of.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "libraries", tags: ["$initial"], test: /node_modules/ },
            { name: "studio", tags: ["$initial"] },
            { name: "icons", test: /node_modules\/lucide-react/ },
            {
              name: "widgets",
              test: /node_modules\/(@radix-ui|radix-ui|@floating-ui|react-remove-scroll|aria-hidden|use-sidecar|use-callback-ref)/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": server } },
  test: {
    environment: "node",
    include: ["src/**/*.test.ts"],
    setupFiles: ["src/testing/words.ts"],
    // What the tests examine is pure: a process and every module anew for each file would take five times as long.
    pool: "threads",
    isolate: false,
  },
});
