import { defineConfig } from "vite";

/** One bundle a mode: `charts` for the server side, `browser` for the published page. Both are plain scripts. */
export default defineConfig(({ mode }) => ({
  define: { "process.env.NODE_ENV": JSON.stringify("production"), __DEV__: "false" },
  build: {
    target: "es2022",
    outDir: "../src/parkindex/data",
    emptyOutDir: false,
    copyPublicDir: false,
    minify: true,
    reportCompressedSize: false,
    lib: {
      entry: mode === "browser" ? "src/browser.ts" : "src/server.ts",
      formats: ["iife" as const],
      name: "ParkIndex",
      fileName: () => (mode === "browser" ? "browser.js" : "charts.js"),
    },
  },
  test: { include: ["tests/**/*.test.ts"] },
}));
