import { randomBytes } from 'node:crypto'
import type { Challenge } from 'altcha-lib'
import { readConfig } from '../server/config.ts'
import { createProofs } from '../server/services/gate/proof.ts'
import { atMost, known, median, type Figure } from './lib/figures.ts'
import { solveInNode } from './lib/proof.ts'

const SUBJECT = 'samarinda/ktp-el'

/** What a proof of work costs the server, and what it costs who solves it outside a browser, on this machine. */
export async function measureProof(rounds = 2_000, solved = 15): Promise<readonly Figure[]> {
  const key = randomBytes(32)
  const { proofDifficulty } = readConfig({}, 'bench')
  const easy = createProofs({ key, now: Date.now, difficulty: 1 })
  const real = createProofs({ key, now: Date.now, difficulty: proofDifficulty })

  const challenges: Challenge[] = []
  const ask = () => void challenges.push(easy.challenge(SUBJECT))
  times(rounds / 4, ask)
  const asked = times(rounds, ask)
  const payloads: string[] = []
  for (const challenge of challenges) payloads.push(await solveInNode(challenge))
  const spend = () => {
    if (easy.spend(payloads.pop()!, SUBJECT) !== 'ok') throw new Error('a good proof was refused')
  }
  times(rounds / 4, spend)
  const spent = times(rounds, spend)

  const solving: number[] = []
  for (let i = 0; i < solved; i++) {
    const challenge = real.challenge(SUBJECT)
    const began = performance.now()
    await solveInNode(challenge)
    solving.push(performance.now() - began)
  }
  return [
    atMost('a challenge, server', asked, 'ms CPU', 0.3),
    atMost('checking a solution, server', spent, 'ms CPU', 0.2),
    known('solving in Node, median', median(solving), 'ms'),
    known('solving in Node, longest', Math.max(...solving), 'ms'),
  ]
}

/** CPU milliseconds of one call, over many. */
function times(rounds: number, act: () => void): number {
  const before = process.cpuUsage()
  for (let i = 0; i < rounds; i++) act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000 / rounds
}
