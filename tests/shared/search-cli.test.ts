import { afterEach, describe, expect, it, vi } from 'vitest'
import { main } from '../../scripts/search.ts'

const printed = { out: [] as unknown[], err: [] as unknown[] }

function run(...args: string[]): number {
  printed.out = []
  printed.err = []
  vi.spyOn(console, 'log').mockImplementation(line => void printed.out.push(line))
  vi.spyOn(console, 'error').mockImplementation(line => void printed.err.push(line))
  return main(args)
}
afterEach(() => void vi.restoreAllMocks())

describe('npm run search', () => {
  it('prints the services found, best first, one id a line, and nothing else among them', () => {
    expect(run('ktp ilang')).toBe(0)
    expect(printed.out[0]).toBe('ktp-el')
    expect(printed.out).toEqual([...new Set(printed.out)])
    expect(run('akta', 'kelahran')).toBe(0)
    expect(printed.out[0]).toBe('akta-kelahiran')
  })

  it('prints where another office does it beside the ids', () => {
    expect(run('paspor')).toBe(0)
    expect([printed.out, printed.err]).toEqual([
      [],
      ['Bukan di kantor ini: Paspor. Kantor Imigrasi, pesan di aplikasi M-Paspor.'],
    ])
  })

  it('says how it is used when nothing is asked', () => {
    expect([run(), run(' ')]).toEqual([2, 2])
    expect(printed.err[0]).toContain('npm run search')
  })
})
