import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { visitOf } from '../../server/services/booking/own-steps.ts'
import { standingOf } from '../../server/services/booking/standing.ts'
import { preparing, stepName } from '../../server/services/messages/visit-words.ts'
import { planOf } from '../../server/services/office/offices.ts'
import { estimate, type Estimates } from '../../shared/queue/estimate/estimate.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { seeded } from '../../shared/kit/random.ts'
import { DATE, openHall } from '../helpers/days.ts'

const service = (id: string) => demoOffice.services.find(s => s.id === id)!
const deed = service('akta-kelahiran')
const later = [{ serviceId: 'kartu-keluarga' }, { serviceId: 'kartu-identitas-anak' }]

describe('what a message says of a visit', () => {
  it('names which step of how many it is, of a visit of several, from the first to the last [D55]', () => {
    const hall = openHall({}, planOf(demoOffice, DATE, DATE))
    const name = (lang: 'id' | 'en') => {
      const ticket = hall.ticket(0)
      return stepName(demoOffice, service(ticket.serviceId), hall.day, ticket, lang)
    }
    hall.ask('device:kiosk', {
      ...{ verb: 'takeTicket', serviceId: 'akta-kelahiran', priority: false, ticketId: 't' },
      ...{ later: [{ serviceId: 'kartu-identitas-anak' }], lifeEvent: 'anak-lahir' },
    })
    expect(name('id')).toBe('Akta Kelahiran, langkah 1 dari 2')
    const [deeds] = demoOffice.counters.filter(c => c.services.includes('akta-kelahiran'))
    hall.staff('sari', { verb: 'openCounter', counterId: deeds!.id, services: ['akta-kelahiran'] })
    hall.next('sari', deeds!.id)
    expect(name('id')).toBe('Akta Kelahiran, langkah 1 dari 2')
    hall.staff('sari', { verb: 'finish', counterId: deeds!.id })
    expect(name('id')).toBe('Kartu Identitas Anak, langkah 2 dari 2')
    expect(name('en')).toContain('step 2 of 2')
    const alone = hall.take('ktp-el')
    expect(stepName(demoOffice, service('ktp-el'), hall.day, hall.ticket(alone), 'id')).toBe('KTP-el')
  })

  it('names the event and the papers of all that is wanted of it, before people come [D55]', () => {
    const event = { lifeEvent: 'anak-lahir', case: 'baru', later }
    expect(preparing(demoOffice, deed, event, 'id')).toEqual({
      service: 'Anak lahir',
      papers: 'Bawa 5 berkas, masing-masing sekali',
    })
    expect(preparing(demoOffice, deed, { case: 'baru' }, 'id').service).toBe('Akta Kelahiran, anak belum punya akta')
    // An event that the office has taken away meanwhile leaves the service.
    expect(preparing(demoOffice, deed, { ...event, lifeEvent: 'wisuda' }, 'id').papers).toBe('Bawa 5 berkas')
  })
})

describe('a booking of which a part fell away', () => {
  it('has it again once its day offers it, and says no longer that it does not [D56]', () => {
    const hall = openHall({}, planOf(demoOffice, DATE, DATE))
    const [cards, child] = later
    const booked = { ...hall.ticket(hall.take('akta-kelahiran')), state: 'booked' as const, lifeEvent: 'anak-lahir' }
    const on = (open: boolean) => {
      const services = hall.day.plan!.services.map(s => (s.id === cards!.serviceId ? { ...s, open } : s))
      const day = { ...hall.day, plan: { ...hall.day.plan!, services } }
      const { steps, dropped } = visitOf(demoOffice, day, { ...booked, later: [child!], dropped: [cards!] }, [])!
      return [steps.flatMap(s => s.services.map(([name]) => name)).sort(), dropped.map(d => d.service[0])]
    }
    expect(on(false)).toEqual([['Akta Kelahiran', 'Kartu Identitas Anak'], ['Kartu Keluarga']])
    expect(on(true)).toEqual([['Akta Kelahiran', 'Kartu Identitas Anak', 'Kartu Keluarga'], []])
  })
})

describe('a visit of which something was left out', () => {
  it('knows what that was, for whoever books it again [D52]', () => {
    const hall = openHall({}, planOf(demoOffice, DATE, DATE))
    hall.ask('device:kiosk', {
      ...{ verb: 'takeTicket', serviceId: 'pindah-datang', priority: false, ticketId: 't' },
      ...{ later: [{ serviceId: 'kartu-keluarga' }], lifeEvent: 'pindah-rumah' },
    })
    const ticket = hall.ticket(0)
    expect(visitOf(demoOffice, hall.day, ticket, [])?.without).toEqual(['ktp-el'])
    const all = { ...ticket, later: [...ticket.later!, { serviceId: 'ktp-el' }] }
    expect(visitOf(demoOffice, hall.day, all, [])).not.toHaveProperty('without')
  })
})

describe('where a visit of several steps stands', () => {
  const deeds = demoOffice.counters.find(c => c.services.includes('akta-kelahiran'))!.id
  const opened = () => {
    const hall = openHall({}, planOf(demoOffice, DATE, DATE))
    hall.staff('sari', { verb: 'openCounter', counterId: deeds, services: ['akta-kelahiran'] })
    hall.ask('device:kiosk', {
      ...{ verb: 'takeTicket', serviceId: 'akta-kelahiran', priority: false, ticketId: 't' },
      ...{ later: [{ serviceId: 'kartu-identitas-anak' }], lifeEvent: 'anak-lahir' },
      promised: { from: hall.now + 30 * MINUTE, to: hall.now + 40 * MINUTE },
    })
    const ranges = () => estimate(hall.day, hall.now, seeded(1))
    const standing = (known: Estimates = ranges()) =>
      standingOf(demoOffice, hall.day, hall.ticket(0), { today: DATE, looks: false, ranges: () => known })
    return { hall, ranges, standing }
  }

  it('tells what was promised only until there are ranges that know of it, and nothing of it in a later line [E3 E5 D51]', () => {
    const { hall, ranges, standing } = opened()
    const { promised } = hall.ticket(0)
    expect(standing({ at: hall.now, services: {}, tickets: {} }).range).toEqual(promised)
    const first = ranges()
    expect(standing(first).range).toEqual(first.tickets[0])
    hall.wait(1)
    // Ranges that know of it and say nothing of it are not made up for by an older one.
    expect(standing({ at: hall.now, services: {}, tickets: {} }).range).toBe(null)
    hall.next('sari', deeds)
    hall.staff('sari', { verb: 'start', counterId: deeds })
    hall.wait(2)
    hall.staff('sari', { verb: 'finish', counterId: deeds })
    expect(standing()).toMatchObject({ ticket: { serviceId: 'kartu-identitas-anak' }, counters: [], range: null })
    expect(standing(first).range).toBe(null)
    const kia = demoOffice.counters.find(c => c.id !== deeds)!.id
    hall.staff('budi', { verb: 'openCounter', counterId: kia, services: ['kartu-identitas-anak'] })
    expect(standing().range).not.toBe(null)
  })

  it('tells nothing once no counter serves it [E3]', () => {
    const { hall, standing } = opened()
    hall.staff('sari', { verb: 'closeCounter', counterId: deeds })
    expect(standing()).toMatchObject({ counters: [], range: null })
  })
})
