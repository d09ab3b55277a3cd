import { describe, expect, it } from 'vitest'
import { goesOnTo, stepsLine } from '../../console/desk/desk.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { plannedServices } from '../../shared/queue/steps/planning.ts'
import type { Counter } from '../../shared/queue/day.ts'

const counter = (id: string, services: readonly string[], state: Counter['state'] = 'open') =>
  ({ id, services, state }) as Counter
const own = counter('5', ['akta-kelahiran', 'kartu-keluarga'])
const birth = {
  serviceId: 'akta-kelahiran',
  later: [{ serviceId: 'kartu-keluarga' }, { serviceId: 'kartu-identitas-anak' }],
}
const line = (...others: readonly Counter[]) => stepsLine(demoOffice, own, [own, ...others], birth, 'id')

describe('the services of a visit that is planned', () => {
  it('are what was wished for and what follows from it, so that sums and desks speak of the same [D53]', () => {
    const services = demoOffice.services.map(s => (s.id === 'kartu-keluarga' ? { ...s, next: 'legalisir' } : s))
    const ids = (all: typeof services) =>
      plannedServices(all, [{ serviceId: 'akta-kelahiran' }, { serviceId: 'kartu-keluarga' }]).map(s => s.id)
    expect(ids(services)).toEqual(['akta-kelahiran', 'kartu-keluarga', 'legalisir'])
    expect(ids(services.map(s => (s.id === 'legalisir' ? { ...s, retired: true } : s)))).toHaveLength(2)
  })
})

describe('the line about what comes next, at the desk', () => {
  it('names what is done here in one go, what follows, and which counters are open for it [D45]', () => {
    const said = line(counter('3', ['kartu-identitas-anak']), counter('2', ['kartu-identitas-anak'], 'closed'))
    expect(said).toContain('Sekaligus di sini: ')
    expect(said).toContain('Lalu lanjut sendiri ke Kartu Identitas Anak.')
    expect(said).toContain('Kartu Identitas Anak: Loket 3 buka.')
    expect(said).not.toContain('Loket 2')
  })

  it('is short enough for the large button, which ends no visit that goes on [D45]', () => {
    const to = (of: object, ...others: readonly Counter[]) => goesOnTo(demoOffice, own, others, of, 'id')
    expect(to(birth, counter('3', ['kartu-identitas-anak']))).toBe('Kartu Identitas Anak, Loket 3')
    expect(to(birth)).toBe('Kartu Identitas Anak')
    expect([to({}), to({ later: [birth.later[0]!] })]).toEqual(['', ''])
  })

  it('says when nobody serves what comes next now [D45]', () => {
    expect(line()).toContain('Belum ada loket yang melayani Kartu Identitas Anak sekarang')
    expect(line(counter('3', ['kartu-identitas-anak'], 'closed'))).toContain('Belum ada loket')
  })

  it('says nothing of a next desk where all is done here [D45]', () => {
    const all = stepsLine(demoOffice, own, [own], { ...birth, later: [birth.later[0]!] }, 'en')
    expect(all).toContain('In one go here')
    expect(all).not.toContain('Then')
  })
})
