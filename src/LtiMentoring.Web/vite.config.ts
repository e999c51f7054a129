import { defineConfig } from 'vite';

// Each island keeps its name; the web server adds the fingerprint.
export default defineConfig({
  base: './',
  publicDir: false,
  build: {
    outDir: 'wwwroot/js',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: { frame: 'Shared/frame.ts', ladder: 'Launch/ladder.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
    },
  },
});
