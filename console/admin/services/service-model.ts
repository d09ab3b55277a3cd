import { same, type OfficeChange } from '../../../shared/office/structure/change.ts'
import { newService, type ServiceChange } from '../../../shared/office/structure/members.ts'
import type { OfficeInfo, ServiceInfo } from '../../../shared/office/office.ts'
import { each } from '../admin-draft.ts'
import type { Model } from '../conflicts.ts'
import { tidied } from '../form/office-draft.ts'
import { askingOf } from '../papers/draft-asking.ts'
import { draftService, PARTS, takenService, typedChange, type DraftService } from './draft-service.ts'

/** One service as it is typed: its plain parts as they are, and as text what is typed as a whole. */
export interface ServiceDraft {
  readonly service: ServiceInfo
  readonly typed: DraftService
  /** It is to be taken away. */
  readonly removed?: true
}

/** How one service is typed over; nothing where there is no such service any more. */
export type ServiceModel = Model<ServiceDraft | undefined>

/** The service of an id; `made` is the letter of one that is new. */
export function serviceModel(id: string, made?: string): ServiceModel {
  const found = (office: OfficeInfo) =>
    office.services.find(s => s.id === id) ??
    (made === undefined ? undefined : newService({ id, letter: made, name: ['', ''] }))
  const draftOf = (office: OfficeInfo) => {
    const service = found(office)
    return service && { service, typed: draftService(service) }
  }
  return {
    draftOf,
    changeOf: (draft, seen) => (draft ? changeOf(draft, seen, draftOf(seen)) : {}),
    followed: (draft, base, next) =>
      draft && base && next
        ? {
            ...draft,
            service: each(draft.service, base.service, next.service),
            typed: each(draft.typed, base.typed, next.typed),
          }
        : next,
    taken: (draft, from, field) =>
      draft && from ? taken(draft, from, field.slice(field.lastIndexOf('.') + 1)) : draft,
  }
}

/** The service with the papers and cases that are typed for it: what of its standard is filled in goes by them. */
export function withAsking({ service, typed }: ServiceDraft): ServiceInfo {
  return { ...service, ...askingOf(typed.asking) }
}

function changeOf(
  { service, typed, removed }: ServiceDraft,
  seen: OfficeInfo,
  base: ServiceDraft | undefined,
): OfficeChange {
  if (!base) return {}
  if (removed) return { services: [{ id: service.id, removed }] }
  const parts = {
    ...differing(plainOf(service), plainOf(base.service)),
    ...differing(typedChange(typed), typedChange(base.typed)),
  }
  if (Object.keys(parts).length === 0) return {}
  const isNew = !seen.services.some(s => s.id === service.id)
  const { letter, name } = tidied(service)
  return { services: [{ ...(isNew ? { letter, name } : {}), ...parts, id: service.id }] }
}

/** What is not typed as a whole, without blanks around it and without empty steps. */
function plainOf({ id: _, requirements: __, cases: ___, ...service }: ServiceInfo): Omit<ServiceChange, 'id'> {
  const { procedure, ...parts } = tidied(service)
  const plain = { ...parts, procedure: procedure.filter(step => step.some(text => text !== '')) }
  return Object.fromEntries(Object.entries(plain).filter(([part]) => !Object.hasOwn(PARTS, part)))
}

function differing(wanted: object, held: object): Partial<ServiceChange> {
  const before = new Map(Object.entries(held))
  return Object.fromEntries(Object.entries(wanted).filter(([part, value]) => !same(value, before.get(part))))
}

function taken(draft: ServiceDraft, from: ServiceDraft, part: string): ServiceDraft {
  if (Object.hasOwn(PARTS, part)) return { ...draft, typed: takenService(draft.typed, from.typed, part) }
  return { ...draft, service: { ...draft.service, [part]: from.service[part as keyof ServiceInfo] } }
}
