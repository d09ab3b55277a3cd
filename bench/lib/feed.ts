import { io } from 'socket.io-client'
import type { EventsMessage, JoinReply } from '../../shared/contracts/live.ts'
import { snapshotOf } from '../../shared/web/snapshot.ts'

/** What a screen that only counts has heard. */
export interface Feed {
  date(): string
  seq(): number
  broken(): number
  close(): void
}

/** A screen that only counts: every event of its room once, in order, after gaps that a new join closed. */
export function feed(url: string, office: string, audience: string, cookie: string): Feed {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 100,
    reconnectionDelayMax: 500,
    extraHeaders: { ...(cookie ? { cookie } : {}), 'X-Forwarded-For': '10.9.9.9' },
  })
  let known: { date: string; seq: number } | undefined
  let broken = 0
  function take(events: readonly { readonly seq: number }[]): void {
    for (const { seq } of events) {
      if (seq <= known!.seq) continue
      if (seq !== known!.seq + 1) broken++
      known = { ...known!, seq }
    }
  }
  const join = () =>
    socket.emit('join', { office, audience, ...(known ? { known } : {}) }, (answer: JoinReply) => {
      if (!answer.ok) return void broken++
      if ('events' in answer) return take(answer.events)
      const { day } = snapshotOf(answer)
      if (!known || day.seq > known.seq) known = { date: day.date, seq: day.seq }
    })
  socket.on('connect', join)
  socket.on('day', join)
  socket.on('events', (message: EventsMessage) => {
    if (!known || message.office !== office) return
    if (message.date !== known.date || message.prev > known.seq) return void join()
    take(message.events)
  })
  return {
    date: () => known?.date ?? '',
    seq: () => known?.seq ?? 0,
    broken: () => broken,
    close: () => void socket.disconnect(),
  }
}
