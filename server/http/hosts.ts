/** What the settings say of this server's names. */
interface Names {
  readonly publicUrl: URL | undefined
  readonly host: string
  readonly knownHosts: readonly string[]
}

/** What a request's `Host` is to us. */
interface Hosts {
  /** Whether it was meant for us: the address people type, this machine, or a name that was set. */
  isKnown(given: string | undefined): boolean
  /** The address for links: never one that only the asker has named, with another name or port; then links are paths. */
  originFor(given: string | undefined, ownPort: number | undefined): string
}

export function createHosts({ publicUrl, host, knownHosts }: Names): Hosts {
  const names = new Set(['localhost', '127.0.0.1', '[::1]', host, ...knownHosts])
  if (publicUrl) names.add(publicUrl.hostname)
  const parts = (given: string) => /^(.*?)(?::(\d{1,5}))?$/.exec(given.toLowerCase())!
  /** Nothing stands for a client without a `Host`, which no browser is. */
  const isKnown = (given: string | undefined) => given === undefined || names.has(parts(given)[1]!)
  return {
    isKnown,
    originFor(given, ownPort) {
      if (publicUrl) return publicUrl.origin
      if (given === undefined || !isKnown(given)) return ''
      const [, name, port] = parts(given)
      return port === undefined || Number(port) === ownPort ? new URL(`http://${name}:${port ?? 80}`).origin : ''
    },
  }
}
