import { describe, expect, it } from 'vitest'
import { createAnnouncer, type Announcer } from '../../display/announcer.ts'
import type { VoiceStorage } from '../../display/announcer-memory.ts'
import type { VoiceCall } from '../../shared/voice/call-queue.ts'
import { fc } from '../helpers/property.ts'

/** A hall whose clock and voice a test moves by hand; a reload keeps only the browser's storage. */
function hall(office = 'samarinda') {
  const kept = new Map<string, string>()
  const storage: VoiceStorage = {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }
  let clock = Date.UTC(2026, 5, 9, 1, 0)
  let ends: (() => void)[] = []
  let page: Announcer
  const spoken: { readonly clips: readonly string[]; readonly page: Announcer | undefined }[] = []
  let mostAtOnce = 0

  function open(date = '2026-06-09'): Announcer {
    page?.dispose()
    ends = []
    const settings = { office, date, reading: 'digits', language: 'id' } as const
    page = createAnnouncer({ player: { play }, storage, now: () => clock, settings })
    return page
  }

  function play(clips: readonly string[]): Promise<void> {
    spoken.push({ clips, page })
    return new Promise(done => {
      ends.push(done)
      mostAtOnce = Math.max(mostAtOnce, ends.length)
    })
  }

  /** The reading under way comes to its end. */
  async function finish(): Promise<boolean> {
    const [end, ...others] = ends
    ends = others
    end?.()
    for (let turn = 0; turn < 4; turn++) await Promise.resolve()
    return end !== undefined
  }

  async function finishAll(): Promise<void> {
    while (await finish()) clock += 4000
  }

  return {
    storage,
    spoken,
    open,
    finish,
    finishAll,
    pass: (ms: number) => (clock += ms),
    now: () => clock,
    mostAtOnce: () => mostAtOnce,
    call: (seq: number, at = clock): VoiceCall => ({
      seq,
      number: `A-${String(seq).padStart(3, '0')}`,
      counterName: '3',
      at,
    }),
  }
}

const startedIn = (...pages: Announcer[]) =>
  pages.flatMap(page => page.log.filter(entry => entry.what === 'started').map(entry => entry.seq))
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

it('begins no call that was undone, and repeats none [V8]', async () => {
  const office = hall()
  const page = office.open()
  page.hear([office.call(3), office.call(4), office.call(5)])
  page.unhear('A-004', 6)
  await office.finish()
  expect([page.current?.number, page.waiting]).toEqual(['A-005', []])
  page.unhear('A-005', 7)
  await office.finishAll()
  expect(page.log.map(entry => [entry.seq, entry.what])).toEqual([
    [3, 'started'],
    [3, 'finished'],
    [5, 'started'],
    [5, 'finished'],
  ])
  page.hear([{ ...office.call(8), number: 'A-004' }])
  expect(page.current?.seq).toBe(8)
})

describe('twenty calls in two seconds', () => {
  async function twentyCalls(reloadAfter: number) {
    const office = hall()
    const before = office.open()
    const calls: VoiceCall[] = []
    for (const seq of upTo(20)) {
      office.pass(100)
      calls.push(office.call(seq))
      before.hear([calls.at(-1)!])
    }
    for (let ended = 0; ended < reloadAfter; ended++) {
      office.pass(4000)
      await office.finish()
    }
    const after = office.open()
    after.hear(calls.slice(-6))
    await office.finishAll()
    return { office, before, after }
  }

  it.each(upTo(20).map(n => n - 1))(
    'are each begun once and in order, reloaded after %i of them',
    async reloadAfter => {
      const { office, before, after } = await twentyCalls(reloadAfter)
      expect(startedIn(before, after)).toEqual(upTo(20))
      expect(office.mostAtOnce()).toBe(1)
    },
  )

  it('are none of them cut: each ends before the next begins [V1]', async () => {
    const { before } = await twentyCalls(19)
    const lines = before.log.map(entry => `${entry.seq} ${entry.what}`)
    const whole = upTo(19).flatMap(seq => [`${seq} started`, `${seq} finished`])
    expect(lines).toEqual([...whole, '20 started'])
  })
})

describe('the voice of the hall', () => {
  it('speaks a lone call twice, the second time without the chime [V2]', async () => {
    const office = hall()
    const page = office.open()
    page.hear([office.call(7)])
    await office.finishAll()
    expect(page.log.map(entry => entry.what)).toEqual(['started', 'repeated', 'finished'])
    expect(office.spoken.map(({ clips }) => clips[0])).toEqual(['chime', 'pause'])
    expect(page.current).toBeUndefined()
  })

  it('leaves out the repeat when somebody else waits to be called [V2]', async () => {
    const office = hall()
    const page = office.open()
    page.hear([office.call(7)])
    page.hear([office.call(9)])
    await office.finish()
    expect(page.current?.seq).toBe(9)
    expect(startedIn(page)).toEqual([7, 9])
  })

  it('speaks in short and warns while four or more calls wait, and returns to the full form [V3]', async () => {
    const office = hall()
    const page = office.open()
    page.hear(upTo(6).map(seq => office.call(seq)))
    expect(page.behind).toBe(true)
    await office.finish()
    await office.finish()
    expect(page.behind).toBe(false)
    expect(office.spoken.map(({ clips }) => clips[0])).toEqual(['id/nomor-antrean', 'id/nomor-antrean', 'chime'])
  })

  it('speaks a recall as a call of its own', async () => {
    const office = hall()
    const page = office.open()
    page.hear([office.call(3), { ...office.call(3), seq: 4 }])
    await office.finishAll()
    expect(startedIn(page)).toEqual([3, 4])
  })

  it('goes by seq and not by the order of arrival [V1]', async () => {
    const office = hall()
    const page = office.open()
    page.hear([office.call(1)])
    page.hear([office.call(5)])
    page.hear([office.call(2), office.call(5)])
    await office.finishAll()
    expect(startedIn(page)).toEqual([1, 2, 5])
  })

  it('does not begin an old call that it hears of only now [V4]', async () => {
    const office = hall()
    const old = office.call(1)
    office.pass(180_000)
    const page = office.open()
    page.hear([old, office.call(2)])
    await office.finishAll()
    expect(startedIn(page)).toEqual([2])
  })

  it('still speaks a call that grew old while it waited its turn', async () => {
    const office = hall()
    const page = office.open()
    page.hear([office.call(1), office.call(2)])
    office.pass(300_000)
    await office.finishAll()
    expect(startedIn(page)).toEqual([1, 2])
  })

  it('begins the next day at its first call', async () => {
    const office = hall()
    const today = office.open('2026-06-09')
    today.hear([office.call(300)])
    await office.finishAll()
    const tomorrow = office.open('2026-06-10')
    tomorrow.hear([office.call(1)])
    expect(startedIn(tomorrow)).toEqual([1])
  })

  it('goes on when a clip fails, when storage is full, and when the memory is damaged', async () => {
    const office = hall()
    office.storage.setItem('tanggap.announced.samarinda', '{"started":"many"')
    const full: VoiceStorage = {
      getItem: key => office.storage.getItem(key),
      setItem: () => {
        throw new Error('full')
      },
    }
    const settings = { office: 'samarinda', date: '2026-06-09', reading: 'digits', language: 'id' } as const
    const page = createAnnouncer({
      player: { play: () => Promise.reject(new Error('no loudspeaker')) },
      storage: full,
      now: office.now,
      settings,
    })
    page.hear([office.call(1), office.call(2)])
    for (let turn = 0; turn < 40; turn++) await Promise.resolve()
    expect(startedIn(page)).toEqual([1, 2])
    expect(page.current).toBeUndefined()
  })
})

describe('whatever arrives and whenever the page is reloaded', () => {
  const act = fc.oneof(
    { weight: 4, arbitrary: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 6 }).map(seqs => ({ hear: seqs })) },
    { weight: 4, arbitrary: fc.constant('finish' as const) },
    { weight: 1, arbitrary: fc.constant('reload' as const) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 90_000 }).map(ms => ({ pass: ms })) },
  )

  it('no call is begun twice, none before an earlier one, and never two at once [V1]', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 60 }), async acts => {
        const office = hall()
        const pages = [office.open()]
        for (const step of acts) {
          if (step === 'finish') await office.finish()
          else if (step === 'reload') pages.push(office.open())
          else if ('pass' in step) office.pass(step.pass)
          else pages.at(-1)!.hear(step.hear.map(seq => office.call(seq)))
        }
        await office.finishAll()
        const begun = startedIn(...pages)
        expect(begun).toEqual([...new Set(begun)].sort((a, b) => a - b))
        expect(office.mostAtOnce()).toBeLessThanOrEqual(1)
        expect(pages.at(-1)!.waiting).toEqual([])
      }),
    )
  })

  it('no call that arrives in order is lost, whatever else is heard again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('call', 'finish', 'reload', 'again'), { maxLength: 60 }),
        async acts => {
          const office = hall()
          const pages = [office.open()]
          const calls: VoiceCall[] = []
          for (const step of acts) {
            if (step === 'call') calls.push(office.call(calls.length + 1))
            if (step === 'finish') await office.finish()
            if (step === 'reload') pages.push(office.open())
            if (step === 'call') pages.at(-1)!.hear([calls.at(-1)!])
            if (step === 'again') pages.at(-1)!.hear(calls)
          }
          await office.finishAll()
          expect(startedIn(...pages)).toEqual(calls.map(call => call.seq))
        },
      ),
    )
  })
})
