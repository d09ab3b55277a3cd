/** What the settings say of this server's names. */
interface Names {
  readonly publicUrl: URL | undefined
  readonly host: string
  readonly knownHosts: readonly string[]
}

/** Whether a request was meant for us by its `Host`: of the address people type, of this machine, or one that was set. */
export function createHosts({ publicUrl, host, knownHosts }: Names) {
  const names = new Set(['localhost', '127.0.0.1', '[::1]', host, ...knownHosts])
  if (publicUrl) names.add(publicUrl.hostname)
  /** Nothing stands for a client without a `Host`, which no browser is. */
  return (given: string | undefined): boolean =>
    given === undefined || names.has(given.toLowerCase().replace(/:\d{1,5}$/, ''))
}
