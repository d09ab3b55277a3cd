import { connect, type Socket } from 'node:net'

/** A phone that follows a ticket, takes what comes and only counts it. */
export function followTicket(
  url: string,
  path: string,
  address: string,
  heard: (bytes: number) => void = () => {},
): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(`GET ${path}/stream HTTP/1.1\r\nHost: ${hostname}:${port}\r\nX-Forwarded-For: ${address}\r\n\r\n`)
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('data', (first: Buffer) => {
      if (!first.toString('latin1').startsWith('HTTP/1.1 200')) reject(new Error('a phone was not let in'))
      socket.on('data', more => heard(more.length)).on('error', () => {})
      resolve(socket)
    })
  })
}

const crowds = new Map<string, Socket[]>()

/** So many phones, some at a time, each following one of the tickets in turn. */
export async function gatherPhones(
  name: string,
  { url, paths, count, addresses }: { url: string; paths: readonly string[]; count: number; addresses: number },
): Promise<void> {
  const sockets: Socket[] = []
  crowds.set(name, sockets)
  const AT_ONCE = 50
  for (let i = 0; i < count; i += AT_ONCE)
    sockets.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, count - i) }, (_, k) =>
          followTicket(url, paths[(i + k) % paths.length]!, `10.7.0.${(i + k) % addresses}`),
        ),
      )),
    )
}

export function scatterPhones(name: string): void {
  for (const socket of crowds.get(name) ?? []) socket.destroy()
  crowds.delete(name)
}
