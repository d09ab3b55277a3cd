import { connect, createServer, type AddressInfo } from 'node:net'

/** A wire to the server that counts what comes over it, whoever in the browser asked for it: headers, service worker and all. */
export async function countedWire(url: string) {
  const { hostname, port } = new URL(url)
  let bytes = 0
  let sent = 0
  const wire = createServer(phone => {
    const server = connect(Number(port), hostname)
    server.on('data', data => (bytes += data.length))
    phone.on('data', data => (sent += data.length))
    for (const [from, to] of [
      [phone, server],
      [server, phone],
    ] as const) {
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
    }
  })
  await new Promise<void>(resolve => wire.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(wire.address() as AddressInfo).port}`,
    bytes: () => bytes,
    /** What the browser sent, headers and all. */
    sent: () => sent,
    close: () => wire.close(),
  }
}
