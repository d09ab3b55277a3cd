import { expect } from '@open-wc/testing'
import { followStream } from '../../booking/ticket-stream.ts'
import type { StreamMessage } from '../../shared/ticket/standing.ts'

/** A browser whose streams the test speaks through, with a clock that it sets. */
function phone(slots = 3) {
  const world = { clock: 1_000_000, taken: 0, away: false }
  const sources: FakeSource[] = []
  const heard: StreamMessage[] = []
  class FakeSource {
    onmessage: ((event: MessageEvent<string>) => void) | null = null
    onerror: (() => void) | null = null
    readyState: number = EventSource.CONNECTING
    close = () => void (this.readyState = EventSource.CLOSED)
    say(message: StreamMessage) {
      this.readyState = EventSource.OPEN
      this.onmessage!(new MessageEvent('message', { data: JSON.stringify(message) }))
    }
    fail(readyState: number) {
      this.readyState = readyState
      this.onerror!()
    }
  }
  const stream = followStream('/t/x/stream', message => heard.push(message), {
    open: () => {
      const source = new FakeSource()
      sources.push(source)
      return source as unknown as EventSource
    },
    slot: async () => {
      if (world.taken >= slots) return undefined
      world.taken++
      return () => void world.taken--
    },
    away: () => world.away,
    clock: () => world.clock,
  })
  const look = async (ms = 0) => {
    world.clock += ms
    stream.look()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { world, sources, heard, stream, look }
}

describe('the stream of a ticket on the phone', () => {
  it('knows the server’s clock by what it hears, and that a quiet hall is the present', async () => {
    const { sources, heard, stream, look, world } = phone()
    await look()
    expect(stream.connected).to.equal(false)
    sources[0]!.say({ now: 5_000_000, ahead: 4 })
    expect([stream.connected, stream.heard, stream.now()]).to.deep.equal([true, 5_000_000, 5_000_000])
    await look(15_000)
    sources[0]!.say({ now: 5_015_000 })
    await look(34_000)
    expect([stream.connected, stream.now()]).to.deep.equal([true, 5_049_000])
    expect(heard).to.have.length(2)
    expect([sources.length, world.taken]).to.deep.equal([1, 1])
  })

  it('is opened anew at once after a sleep, because nobody knows what stands in between', async () => {
    const { sources, stream, look, world } = phone()
    await look()
    sources[0]!.say({ now: 1 })
    world.clock += 600_000
    expect(stream.connected).to.equal(false)
    await look()
    expect(sources[0]!.readyState).to.equal(EventSource.CLOSED)
    expect(sources).to.have.length(2)
    sources[1]!.say({ now: 2 })
    expect([stream.connected, world.taken]).to.deep.equal([true, 1])
  })

  it('leaves a cut to the browser, which comes again by itself with what it knows', async () => {
    const { sources, stream, look } = phone()
    await look()
    sources[0]!.say({ now: 1 })
    sources[0]!.fail(EventSource.CONNECTING)
    expect(stream.connected).to.equal(false)
    await look(5_000)
    expect(sources).to.have.length(1)
    sources[0]!.say({ now: 2 })
    expect(stream.connected).to.equal(true)
  })

  it('that was refused, or that a proxy keeps to itself, is tried again after longer and longer pauses', async () => {
    const { sources, look, world } = phone()
    await look()
    sources[0]!.fail(EventSource.CLOSED)
    await look(29_000)
    expect(sources).to.have.length(1)
    await look(1_000)
    expect(sources).to.have.length(2)
    await look(35_000)
    expect([sources[1]!.readyState, world.taken]).to.deep.equal([EventSource.CLOSED, 0])
    await look(59_000)
    expect(sources).to.have.length(2)
    await look(1_000)
    expect(sources).to.have.length(3)
  })

  it('is one of three that all tabs may have; a fourth tab waits for room', async () => {
    const { sources, look, world } = phone()
    world.taken = 3
    await look()
    expect(sources).to.have.length(0)
    world.taken = 2
    await look(30_000)
    expect(sources).to.have.length(1)
  })

  it('is given back while nobody looks at a page whose streams cannot be counted, and is there again with the next look', async () => {
    const { sources, stream, look, world } = phone()
    await look()
    sources[0]!.say({ now: 1 })
    world.away = true
    await look(1_000)
    expect([sources[0]!.readyState, world.taken, stream.connected]).to.deep.equal([EventSource.CLOSED, 0, false])
    await look(60_000)
    expect(sources).to.have.length(1)
    world.away = false
    await look()
    expect([sources.length, world.taken]).to.deep.equal([2, 1])
  })

  it('ends for good when the server says that nothing more is to come', async () => {
    const { sources, heard, look, world } = phone()
    await look()
    sources[0]!.say({ now: 1, end: true })
    expect([heard.length, sources[0]!.readyState, world.taken]).to.deep.equal([1, EventSource.CLOSED, 0])
    await look(3_600_000)
    expect(sources).to.have.length(1)
  })
})
