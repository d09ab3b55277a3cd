import { officeView } from '../../../shared/contracts/office-view.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { changeBack, changeBetween } from '../../../shared/office/structure/between.ts'
import { fieldsOf, onlyFields, standingOf } from '../../../shared/office/structure/change.ts'
import type { Offices, Version } from '../../services/office/offices.ts'
import type { Effects } from '../../services/queue/touched.ts'
import { mount, type Door } from '../mount.ts'

/** The standing structure of an office and its versions. */
export function mountStructure(
  door: Door,
  deps: {
    offices: Offices
    effects: Effects
    versions: (office: string, before?: number) => Promise<readonly Version[]>
  },
): void {
  const { offices, effects } = deps
  const seen = async (office: string, version: string) => officeView(await offices.version(office, Number(version)))

  /** Nothing is offered that would change nothing, such as after a change of roles alone. */
  async function undoOf(office: OfficeInfo, { version, restores }: Version): Promise<number | null> {
    if (restores !== null || version === 1) return null
    const back = changeBack(office, await offices.version(office.id, version - 1))
    return fieldsOf(back).size > 0 ? version - 1 : null
  }

  mount(door, 'GET /api/offices/:office/structure', async ({ params }) => {
    const office = offices.get(params.office)
    const last = (await deps.versions(office.id))[0]!
    return { office: officeView(office), last: made(last), undo: await undoOf(office, last) }
  })
  mount(door, 'GET /api/offices/:office/versions', async ({ params, query }) => {
    const { id } = offices.get(params.office)
    const versions = await deps.versions(id, query.before === undefined ? undefined : Number(query.before))
    return { versions: versions.map(made) }
  })
  mount(door, 'GET /api/offices/:office/versions/:version/compare', async ({ params, query }) => {
    const here = await seen(params.office, params.version)
    const there = await seen(params.office, query.with)
    const fields = [...fieldsOf(changeBetween(here, there)).keys()]
    const [mine, theirs] = [here, there].map(office =>
      fieldsOf(onlyFields(standingOf(office), f => fields.includes(f))),
    )
    return { fields: fields.map(field => ({ field, ...held('here', mine!, field), ...held('there', theirs!, field) })) }
  })
  mount(door, 'POST /api/offices/:office/versions/:version/effects', async ({ params }) => {
    const { change, seen } = await effects.restoring(params.office, Number(params.version))
    return effects.of(params.office, change, seen)
  })
  mount(door, 'POST /api/offices/:office/versions/:version/restore', async a => {
    const { last, foreseen, reason } = a.body
    const restores = Number(a.params.version)
    const { change, seen } = await effects.restoring(a.params.office, restores, last)
    const act = { who: a.by, what: 'office.restore', detail: { version: restores }, reason, restores }
    const { office, touched } = await effects.save(a.params.office, change, seen, foreseen, act)
    return { office: officeView(office), touched }
  })
}

function made({ version, at, by, fields, reason, restores }: Version) {
  // An earlier program wrote the author of a template with his kind before him.
  return { version, at, by: by.replace(/^staff:/, ''), fields: [...fields], reason, restores }
}

function held(name: 'here' | 'there', values: ReadonlyMap<string, unknown>, field: string) {
  return values.has(field) ? { [name]: values.get(field) } : {}
}
