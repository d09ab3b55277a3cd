import { describe, expect, it } from 'vitest'
import { Conflicts } from '../../console/admin/conflicts.ts'
import { serviceProblems, type DraftService } from '../../console/admin/services/draft-service.ts'
import { serviceModel, withAsking, type ServiceDraft } from '../../console/admin/services/service-model.ts'
import { gapsOf } from '../../console/admin/services/service-parts.ts'
import { demoOffice as office } from '../../server/demo/samarinda.ts'
import { api } from '../../shared/contracts/api.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import {
  changedOffice,
  editedOffice,
  fieldsOf,
  standingOf,
  withSeen,
  type OfficeChange,
} from '../../shared/office/structure/change.ts'
import type { OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'

const model = serviceModel('ktp-el')
const draftIn = (of: OfficeInfo) => model.draftOf(of)!
const draft = draftIn(office)
const typedWith = (part: Partial<DraftService>): ServiceDraft => ({ ...draft, typed: { ...draft.typed, ...part } })
const plainWith = (part: Partial<ServiceInfo>): ServiceDraft => ({ ...draft, service: { ...draft.service, ...part } })
/** What would be sent, which the server must take. */
function sent(next: ServiceDraft, of = model) {
  const patch = withSeen(of.changeOf(next, office), office)
  const { seen: _, ...change } = api['PATCH /api/offices/:office/settings'].body.parse(patch)
  return change
}

describe('a service on its page', () => {
  it('is clean at first, each of them, and sends nothing', () => {
    for (const { id } of office.services) {
      const of = serviceModel(id)
      expect([of.changeOf(of.draftOf(office), office), serviceProblems(of.draftOf(office)!.typed)]).toEqual([{}, {}])
    }
  })

  it('sends what was typed over of it alone, without blanks around it or empty steps', () => {
    const procedure = [...draft.service.procedure, ['', ' '] as const]
    expect(sent(plainWith({ open: false, procedure, fee: [' Gratis, selalu ', draft.service.fee[1]] }))).toEqual({
      services: [{ id: 'ktp-el', open: false, fee: ['Gratis, selalu', draft.service.fee[1]] }],
    })
  })

  it('fills in the requirements of its standard by its papers, so that they cannot disagree', () => {
    const none = typedWith({ asking: { papers: [], cases: [] } })
    expect(gapsOf(withAsking(draft))).not.toContain('requirements')
    expect(gapsOf(withAsking(none))).toContain('requirements')
    // One that only advises asks for none, as the check before the opening has it.
    expect(gapsOf({ ...withAsking(none), advises: true })).not.toContain('requirements')
    expect(sent(none).services).toEqual([{ id: 'ktp-el', asking: { requirements: [], cases: [] } }])
  })

  it('begins as a new one with a letter, and is one once it has a name', () => {
    const of = serviceModel('baru-1', 'N')
    const fresh = of.draftOf(office)!
    expect(of.changeOf(fresh, office)).toEqual({})
    const named = { ...fresh, service: { ...fresh.service, name: ['Surat ', 'Letter'] as const } }
    expect(sent(named, of)).toEqual({ services: [{ id: 'baru-1', letter: 'N', name: ['Surat', 'Letter'] }] })
    expect(of.draftOf(changedOffice(office, sent(named, of)))!.service.name).toEqual(['Surat', 'Letter'])
  })

  it('is gone with what was typed once somebody else took it away [A13]', () => {
    const fresh = editedOffice(office, { services: [{ id: 'ktp-el', removed: true }] })
    const typed = new Conflicts(model).follow({ draft: typedWith({ keywords: 'kartu' }), stored: office }, fresh)
    expect([typed.draft, model.changeOf(typed.draft, typed.stored)]).toEqual([undefined, {}])
  })

  const other: OfficeChange = {
    services: [
      {
        ...{ id: 'ktp-el', open: !draft.service.open, advises: !draft.service.advises, keywords: ['lain'] },
        ...{ booking: null, document: { name: ['Surat', 'Letter'], workingDays: 9 }, standardMinutes: 99 },
        ...{ asking: { requirements: [], cases: [] }, name: ['Kartu', 'Card'] },
      },
    ],
  }
  const theirs = editedOffice(office, other)
  const before = fieldsOf(standingOf(office))
  const fields = [...fieldsOf(other)].filter(
    ([field, value]) => JSON.stringify(before.get(field)) !== JSON.stringify(value),
  )
  it.each(fields)('takes %s whole from what somebody else made of it, and nothing beside it [A13]', (field, value) => {
    const change = model.changeOf(model.taken(draft, draftIn(theirs), field), office)
    expect([...fieldsOf(change)]).toEqual([[field, value]])
  })
})

describe('how a service is booked', () => {
  it('is sent for the changed service only, with its quota and its document', () => {
    const next = typedWith({ dailyQuota: '80', files: true, document: true, workingDays: '2' })
    expect(sent(next)).toEqual({
      services: [
        {
          id: 'ktp-el',
          booking: { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota: 80, files: true },
          document: { name: ['KTP-el', 'Electronic ID card'], workingDays: 2 },
        },
      ],
    })
  })

  it('is found by the words that are typed for it, parted by commas or lines, each once [Q3]', () => {
    const next = typedWith({ keywords: ' ktp, ka te pe\n\nktp ,kartu\n' })
    expect(sent(next).services).toEqual([{ id: 'ktp-el', keywords: ['ktp', 'ka te pe', 'kartu'] }])
    expect(sent(typedWith({ advises: true })).services).toEqual([{ id: 'ktp-el', advises: true }])
    expect(serviceProblems(typedWith({ keywords: 'x'.repeat(61) }).typed)).toMatchObject({
      keywords: { word: 'wrong.keyword' },
    })
  })

  it('is none for walk-in only', () => {
    expect(sent(typedWith({ booked: false, dailyQuota: 'x' })).services![0]!.booking).toBeNull()
  })

  it('gives the last wave the rest, so that three thirds are all', () => {
    const { services } = sent(typedWith({ release: 'waves' }))
    const { release } = services![0]!.booking!
    expect(release).toMatchObject({ kind: 'waves', waves: [{ daysAhead: 7 }, { daysAhead: 3 }, { daysAhead: 1 }] })
  })

  it('keeps stored thirds as they are shown', () => {
    const waves = [7, 3, 1].map(daysAhead => ({ daysAhead, share: 1 / 3 }))
    const booking = {
      ...DEFAULT_SERVICE_BOOKING,
      release: { kind: 'waves' as const, waves },
      dailyQuota: null,
      files: false,
    }
    const stored = { ...office, services: office.services.map(s => ({ ...s, booking })) }
    expect(serviceProblems(draftIn(stored).typed)).toEqual({})
    expect(serviceModel('ktp-el').changeOf(draftIn(stored), stored)).toEqual({})
  })

  it.each([
    [
      'waves that total 90',
      { release: 'waves', waves: [{ daysAhead: '3', share: '90' }] },
      'booking.waves',
      'wrong.shares',
    ],
    [
      'a wave of nothing',
      { release: 'waves', waves: [{ daysAhead: '3', share: '0' }] },
      'booking.waves',
      'wrong.percent',
    ],
    ['a draw that closes first', { release: 'draw', opens: '2', closes: '3' }, 'booking.draw', 'wrong.draw'],
    ['a quota of none', { dailyQuota: '0' }, 'booking.dailyQuota', 'wrong.number'],
    ['a document without a name', { document: true, docId: '' }, 'document.name', 'wrong.name'],
    ['a document in two years', { document: true, workingDays: '366' }, 'document.workingDays', 'wrong.number'],
  ] as const)('cannot have %s', (_, change, field, word) => {
    expect(serviceProblems(typedWith(change).typed)).toMatchObject({ [field]: { word } })
  })

  it('is not judged by what is switched off', () => {
    expect(serviceProblems(typedWith({ booked: false, dailyQuota: '0', document: false, docId: '' }).typed)).toEqual({})
  })
})
