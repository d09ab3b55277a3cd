import type { Config } from '../config.ts'

/** The address that people type, as far as this process knows it. */
export function homeOf({ publicUrl, host }: Config, port: number): string {
  // Everybody may come, by names that only the network knows; at this machine it is always this one.
  const name = ['127.0.0.1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host
  return publicUrl?.origin ?? `http://${name}:${port}`
}

/** What is printed with a set-up link. The secret stands behind `#`: no server and no proxy on the way gets to see it. */
export function setupLines(config: Config, port: number, secret: string): string {
  return [
    `  Set-up    ${homeOf(config, port)}/setup/#${secret}`,
    '',
    '  Open it within an hour; from another computer with the address of this machine. It makes the first administrator, once.',
    '  A new link: npm run setup-link. Until then nothing else is served.',
    '',
  ].join('\n')
}
