import { defineConfig } from 'vite'

/** One build for all screens but the ticket's page and the survey, which `scripts/build.mjs` makes by themselves. */
export default defineConfig({
  appType: 'mpa',
  publicDir: false,
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2020',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        kiosk: 'kiosk/index.html',
        display: 'display/index.html',
        console: 'console/index.html',
        setup: 'setup/index.html',
        in: 'booking/in.ts',
        home: 'booking/home.ts',
        homeStyle: 'booking/styles/home.css',
        inStyle: 'booking/styles/in.css',
        ticketStyle: 'booking/styles/ticket.css',
        booking: 'booking/booking.ts',
        ikmStyle: 'booking/styles/ikm.css',
        bookingStyle: 'booking/styles/booking.css',
      },
      output: {
        // What every screen needs in one file: each further one costs a phone its headers.
        codeSplitting: {
          groups: [{ name: 'base', test: /rolldown|shared\/(kit|text\/(text|ui)|web\/client)/ }],
        },
      },
    },
  },
})
