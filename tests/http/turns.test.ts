import { describe, expect, it } from 'vitest'
import { createTurns, type Guest } from '../../server/turnstile/turns.ts'

/** An event loop that a test turns by hand: its clock stands still but for the work that guests do. */
function loop() {
  let clock = 0
  let next: (() => void)[] = []
  const timers: { at: number; run: () => void }[] = []
  const turns = createTurns({
    now: () => clock,
    soon: run => void next.push(run),
    later: (run, ms) => void timers.push({ at: clock + ms, run }),
  })
  const told: string[] = []
  return {
    turns,
    told,
    now: () => clock,
    work: (ms: number) => (clock += ms),
    /** A guest whose work takes so long and is done at once. */
    come(address: string, name = address, ms = 1, more: Partial<Guest> = {}) {
      turns.guest({
        address,
        start(leave) {
          told.push(name)
          clock += ms
          leave()
        },
        refuse: () => told.push(`${name} refused at ${clock}`),
        drop: () => told.push(`${name} dropped`),
        ...more,
      })
    },
    /** One turn of the loop: timers that are due, then what was put off, in the order it came. */
    turn() {
      const due = timers.filter(t => t.at <= clock)
      for (const timer of due) {
        timers.splice(timers.indexOf(timer), 1)
        timer.run()
      }
      const now = next
      next = []
      for (const run of now) run()
    },
    /** Turns until the clock has gone on so far; an idle turn takes a millisecond. */
    until(at: number) {
      while (clock < at) {
        const before = clock
        this.turn()
        if (clock === before) clock++
      }
    },
  }
}

describe('the turnstile', () => {
  it('lets a guest in at once while there is time in the turn and the desk waits for nothing', () => {
    const hall = loop()
    hall.come('a')
    expect(hall.told).toEqual(['a'])
  })

  it('leaves the rest of a crowd for later turns while the desk is at work: eight milliseconds and one guest in each', () => {
    const hall = loop()
    hall.turns.desk()()
    for (let i = 0; i < 100; i++) hall.come('a', `a${i}`, 3)
    expect(hall.told).toHaveLength(3)
    while (hall.told.length < 100) {
      const before = hall.now()
      hall.turn()
      expect(hall.now() - before).toBeLessThanOrEqual(8 + 3)
    }
  })

  it('gives a rush large parts once the desk has asked for nothing for three seconds, and small ones from the next press on', () => {
    const hall = loop()
    hall.turns.desk()()
    hall.work(3_000)
    for (let i = 0; i < 120; i++) hall.come('a', `a${i}`, 2)
    expect(hall.told).toHaveLength(50)
    hall.turn()
    hall.turn()
    expect(hall.told).toHaveLength(100)
    hall.turns.desk()()
    hall.turn()
    expect(hall.told).toHaveLength(104)
  })

  it('keeps guests behind the desk: one in ten milliseconds while it waits for an answer, but never none', () => {
    const hall = loop()
    const answered = hall.turns.desk()
    for (let i = 0; i < 50; i++) hall.come('a', `a${i}`, 2)
    hall.until(100)
    expect(hall.told.length).toBeGreaterThanOrEqual(8)
    expect(hall.told.length).toBeLessThanOrEqual(11)
    answered()
    hall.until(220)
    expect(hall.told).toHaveLength(50)
  })

  it('is not held up by an act of the desk that does not end', () => {
    const hall = loop()
    hall.turns.desk()
    for (let i = 0; i < 100; i++) hall.come('a', `a${i}`, 1)
    hall.until(700)
    expect(hall.told).toHaveLength(100)
  })

  it('is not held up by guests whose acts do not end', () => {
    const hall = loop()
    for (let i = 0; i < 200; i++) hall.come(`slow${i}`, 'slow', 0, { start: () => hall.told.push('slow') })
    hall.until(50)
    expect(hall.told.length).toBe(128)
    hall.come('honest')
    hall.until(1_100)
    expect(hall.told).toContain('honest')
  })

  it('serves addresses in turn: who comes alone waits behind one of the crowd, not behind all', () => {
    const hall = loop()
    const answered = hall.turns.desk()
    for (let i = 0; i < 100; i++) hall.come('crowd', 'crowd', 1)
    hall.come('honest')
    answered()
    hall.until(10)
    expect(hall.told.indexOf('honest')).toBeLessThanOrEqual(2)
  })

  it('tells a full house late, so that nobody can spin on refusals', () => {
    const hall = loop()
    hall.turns.desk()
    for (let i = 0; i < 130; i++) hall.come('crowd', `c${i}`, 0)
    expect(hall.told).toEqual([])
    hall.until(1_100)
    expect(hall.told.filter(word => word.includes('refused'))).toEqual(['c128 refused at 1000', 'c129 refused at 1000'])
    expect(hall.turns.refused()).toBe(2)
  })

  it('makes room for whoever comes alone by sending away the last of the longest line', () => {
    const hall = loop()
    hall.turns.desk()
    for (let i = 0; i < 1_024; i++) hall.come(`crowd${i % 16}`, `c${i}`, 0)
    hall.come('honest')
    expect(hall.turns.waiting()).toBe(1_024)
    hall.until(400)
    expect(hall.told).toContain('honest')
    expect(hall.turns.refused()).toBe(1)
  })

  it('has a word for a thousand who are refused, and ends the connections of the rest', () => {
    const hall = loop()
    hall.turns.desk()
    for (let i = 0; i < 128 + 1_024 + 5; i++) hall.come('crowd', `c${i}`, 0)
    expect(hall.told.filter(word => word.includes('dropped'))).toHaveLength(5)
  })

  it('never refuses who watches over the server, and lets it in before the crowd', () => {
    const hall = loop()
    const answered = hall.turns.desk()
    for (let i = 0; i < 128; i++) hall.come('crowd', 'crowd', 1)
    for (let i = 0; i < 200; i++) hall.come('crowd', 'probe', 1, { probe: true })
    answered()
    hall.until(20)
    expect(hall.told.slice(0, 4)).toEqual(['probe', 'crowd', 'probe', 'crowd'])
    expect(hall.turns.refused()).toBe(0)
  })

  it('passes over whoever went away while waiting', () => {
    const hall = loop()
    const answered = hall.turns.desk()
    let here = true
    hall.come('a', 'gone', 1, { gone: () => !here })
    hall.come('a', 'here')
    here = false
    answered()
    hall.until(5)
    expect(hall.told).toEqual(['here'])
  })

  it('gives way to the desk with work that can wait, but not for longer than ten milliseconds', async () => {
    const hall = loop()
    let calm = false
    const waited = () => hall.turns.calm().then(() => (calm = true))
    const answered = hall.turns.desk()
    const first = waited()
    hall.until(5)
    await Promise.resolve()
    expect(calm).toBe(false)
    hall.until(15)
    await first
    expect(calm).toBe(true)
    answered()
    const second = waited()
    hall.turn()
    await second
    expect(hall.now()).toBe(15)
  })
})
