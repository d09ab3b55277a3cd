import { fc } from '../helpers/property.ts'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/kit/errors.ts'
import { actOf, begun, RESTING, sent, stepped, type ActStep } from '../../shared/web/act.ts'
import { Unreachable } from '../../shared/web/client.ts'

/** A server that answers when the test says so, and remembers under which keys it was asked. */
function held() {
  const asked: { key: string; answer: (with_: object | Error) => void }[] = []
  const send = (key: string) =>
    new Promise<object>((done, fail) => {
      asked.push({ key, answer: given => (given instanceof Error ? fail(given) : done(given)) })
    })
  return { asked, send }
}

const settled = () => new Promise(done => setTimeout(done))
const numbered = () => {
  let n = 0
  return () => `k${++n}`
}
const quick = { pauses: [1, 1], sleep: () => Promise.resolve() }

describe('one act of a person', () => {
  it('is sent once, however often it is tapped', async () => {
    const { asked, send } = held()
    const act = actOf(() => {}, { key: numbered() })
    const first = act.run('take', send)
    expect(await act.run('take', send)).toBeUndefined()
    expect(await act.run('another', send)).toBeUndefined()
    asked[0]!.answer({ number: 'A-001' })
    expect(await first).toEqual({ number: 'A-001' })
    expect(asked).toHaveLength(1)
  })

  it('is asked for again under the same key when no answer came, and then left to the person', async () => {
    const keys: string[] = []
    const act = actOf(() => {}, { key: numbered(), ...quick })
    const lost = async (key: string): Promise<object> => {
      keys.push(key)
      throw new Unreachable()
    }
    await act.run('take', lost)
    expect(keys).toEqual(['k1', 'k1', 'k1'])
    expect([act.now, act.error]).toEqual([{ state: 'unsaved', key: 'k1' }, new Unreachable()])
    await act.retry()
    await act.run('take', lost)
    expect(new Set(keys)).toEqual(new Set(['k1']))
  })

  it('is another act once it wishes something else, and once it was answered or refused', async () => {
    const keys: string[] = []
    const act = actOf(() => {}, { key: numbered(), pauses: [] })
    const answers = [new Unreachable(), new AppError('SLOT_FULL'), {}, {}]
    const send = async (key: string): Promise<object> => {
      keys.push(key)
      const answer = answers.shift()!
      if (answer instanceof Error) throw answer
      return answer
    }
    for (const wish of ['nine', 'ten', 'ten', 'ten']) await act.run(wish, send)
    expect(keys).toEqual(['k1', 'k2', 'k3', 'k4'])
  })

  it('is not asked for again after a clear no, nor of a server that is overloaded', async () => {
    for (const code of ['QUOTA_FULL', 'UNAVAILABLE', 'INTERNAL'] as const) {
      const told: ActStep[] = []
      const no = () => Promise.reject(new AppError(code, { from: 1 }))
      await expect(sent('k1', no, step => told.push(step), quick)).rejects.toThrow()
      const refused = { do: 'refused', key: 'k1', code, data: { from: 1 } }
      expect(told).toEqual([code === 'QUOTA_FULL' ? refused : { do: 'unsaved', key: 'k1' }])
    }
  })

  it('says nothing any more once the screen rests, but still knows its key', async () => {
    const { asked, send } = held()
    const act = actOf(() => {}, { key: numbered(), pauses: [] })
    const first = act.run('take', send)
    act.rest()
    expect(act.busy()).toBe(true)
    asked[0]!.answer(new Unreachable())
    await first
    act.rest()
    expect([act.now.state, act.error]).toEqual(['resting', undefined])
    void act.run('take', send)
    expect(asked.map(a => a.key)).toEqual(['k1', 'k1'])
  })

  it('is busy with what it wishes and with nothing else', () => {
    const act = actOf(() => {})
    void act.run(['cancel', 'A-001'], held().send)
    expect([act.busy(), act.busy(['cancel', 'A-001']), act.busy(['cancel', 'A-002'])]).toEqual([true, true, false])
  })

  it('is not moved by an answer that belongs to another', () => {
    const under = begun(RESTING, 'take', 'k1')
    expect(stepped(under, 'take', { do: 'done', key: 'k0' })).toBe(under)
    expect(begun(under, 'take', 'k2')).toBe(under)
  })
})

type Move =
  | { readonly tap: string }
  | { readonly answer: 'yes' | 'no' | 'lost' | 'full' }
  | { readonly do: 'retry' | 'rest' | 'offline' | 'online' }

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ tap: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ answer: fc.constantFrom('yes' as const, 'no' as const, 'lost' as const, 'full' as const) }),
  fc.record({ do: fc.constantFrom('retry' as const, 'rest' as const, 'offline' as const, 'online' as const) }),
)
const ANSWERS = { yes: {}, no: new AppError('QUOTA_FULL'), lost: new Unreachable(), full: new AppError('UNAVAILABLE') }

describe('whatever taps, lost answers and dead zones come in whatever order', () => {
  it('one intention has one key until its answer is clear, and never are two under way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 40 }), async moves => {
        const act = actOf(() => {}, { key: numbered(), ...quick })
        const waiting: ((given: object | Error) => void)[] = []
        /** The wish whose answer is open, and its key. */
        let open: { wish: string; key: string } | undefined
        const used = new Set<string>()
        let offline = false
        const sendOf = (wish: string) => (key: string) => {
          expect(waiting).toEqual([])
          if (open?.wish === wish) expect(key).toBe(open.key)
          else expect(used.has(key)).toBe(false)
          open = { wish, key }
          used.add(key)
          if (offline) return Promise.reject(new Unreachable())
          return new Promise<object>((done, fail) => {
            waiting.push(given => (given instanceof Error ? fail(given) : done(given)))
          })
        }
        for (const step of moves) {
          if ('tap' in step) void act.run(step.tap, sendOf(step.tap))
          else if ('answer' in step) {
            const answer = waiting.pop()
            if (answer && (step.answer === 'yes' || step.answer === 'no')) open = undefined
            answer?.(ANSWERS[step.answer])
          } else if (step.do === 'retry') void act.retry()
          else if (step.do === 'rest') act.rest()
          else offline = step.do === 'offline'
          await settled()
          expect(waiting.length).toBeLessThanOrEqual(1)
          expect(act.busy()).toBe(waiting.length === 1)
        }
      }),
      { numRuns: 150 },
    )
  })
})
