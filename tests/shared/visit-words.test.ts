import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { preparing, stepName } from '../../server/services/messages/visit-words.ts'

const service = (id: string) => demoOffice.services.find(s => s.id === id)!
const deed = service('akta-kelahiran')
const later = [{ serviceId: 'kartu-keluarga' }, { serviceId: 'kartu-identitas-anak' }]

describe('what a message says of a visit', () => {
  it('names the step from the second on [D55]', () => {
    const done = { parts: [{ serviceId: 'akta-kelahiran' }], counterId: '5', endedAt: 0 }
    expect(stepName(deed, {}, 'id')).toBe('Akta Kelahiran')
    expect(stepName(service('kartu-identitas-anak'), { been: [done] }, 'id')).toBe('Kartu Identitas Anak, langkah 2')
    expect(stepName(service('kartu-identitas-anak'), { been: [done] }, 'en')).toContain('step 2')
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
