import { changedOffice } from '../../shared/office/structure/change.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { office } from './console-pages.ts'

const [first, second] = office.services

/** The office of the console's tests with agencies, areas and a life event. */
export const full: OfficeInfo = changedOffice(office, {
  agencies: [
    { id: 'bank', code: 'BN', name: ['Bank Contoh', 'Example Bank'], detail: ['Setoran', 'Payments'] },
    { id: 'pajak', code: 'PJ', name: ['Pajak Contoh', 'Example Taxes'], weekdays: [1, 3] },
  ],
  areas: [
    { id: 'a1', name: ['Ruang tunggu A', 'Area A'] },
    { id: 'a2', name: ['Ruang tunggu B', 'Area B'] },
  ],
  counters: [{ id: '1', agency: 'bank', area: 'a1' }],
  lifeEvents: [
    {
      id: 'lahir',
      name: ['Anak lahir', 'A birth'],
      keywords: ['lahiran'],
      parts: [
        { serviceId: first!.id, caseId: first!.cases[0]?.id ?? null, optional: false },
        { serviceId: second!.id, caseId: null, optional: true },
      ],
    },
  ],
})
