import { expect } from '@open-wc/testing'
import { createChallenge, verifySolution, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { canSolve, solve } from '../../booking/proof.ts'

const SECRETS = { hmacSignatureSecret: 'only here', hmacKeySignatureSecret: 'only here too' }

const challengeAt = (counter: number, most: number): Promise<Challenge> =>
  createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 500, counter, deriveKey, data: { most }, ...SECRETS })

describe('the work of a phone', () => {
  it('can be done on a page that may use the crypto of the browser', () => {
    expect(canSolve()).to.equal(true)
  })

  it('gives a payload that the office accepts', async () => {
    const challenge = await challengeAt(7, 20)
    const given = JSON.parse(atob(await solve(challenge)))
    expect(given.challenge).to.deep.equal(challenge)
    expect((await verifySolution({ ...given, deriveKey, ...SECRETS })).verified).to.equal(true)
  })

  it('tells how far it is and leaves the page alive meanwhile', async () => {
    const shares: number[] = []
    let beats = 0
    const beat = setInterval(() => beats++, 5)
    await solve(await challengeAt(800, 1_600), share => shares.push(share))
    clearInterval(beat)
    expect(shares.at(0)).to.be.lessThan(0.1)
    expect(shares.at(-1)).to.equal(1)
    expect(shares).to.deep.equal([...shares].sort((a, b) => a - b))
    expect(beats).to.be.greaterThan(3)
  })
})
