import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { heldThroughout } from '../../../shared/office/former.ts'
import { permissionsOf } from '../../../shared/office/permissions.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import {
  acted,
  isOverdue,
  KEPT_DAYS,
  newComplaint,
  type ComplaintAct,
  type FollowUp,
} from '../../../shared/survey/loop/complaint.ts'
import { lateTold } from '../../../shared/oversight/late-complaints.ts'
import { partsOfNames } from '../../../shared/survey/redaction/names.ts'
import { redacted } from '../../../shared/survey/redaction/redacted.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { rolesAtWork } from '../../store/record/team.ts'
import type { ComplaintsTable } from '../../store/schema/survey/loop-tables.ts'
import { staffOfOffice } from '../../store/staff.ts'
import {
  complaintActed,
  complaintById,
  complaintLate,
  complaintOf,
  complaintsOf,
  complaintsOpen,
  eraseComplaints,
  toldLate,
  writeComplaint,
} from '../../store/survey/complaints.ts'
import { invitation, type Invitation } from '../../store/surveys.ts'
import type { Signer } from '../identity/secrets.ts'
import { ofEach } from '../office/of-each.ts'
import type { Offices } from '../office/offices.ts'
import type { Team } from '../oversight/team.ts'
import { surveyState } from '../survey/surveys.ts'

/** Days for which a complaint that is done still stands in the list. */
const SHOWN_DONE_DAYS = 90

/** A complaint as its own link shows it. */
export interface OwnComplaint extends Pick<FollowUp, 'state' | 'due' | 'answer' | 'answeredOn' | 'doneOn'> {
  readonly words: string
  readonly received: LocalDate
}

/** What the page of a visit's complaint is made of; `mayWrite` while the survey of the visit is open, `early` before it was rated. */
export interface OwnPage {
  readonly office: string
  readonly service: string
  readonly mayWrite: boolean
  readonly early: boolean
  readonly complaint: OwnComplaint | undefined
}

/** A complaint as those see it who handle it: of no ticket, counter, officer or time, and not before the day after it came. */
export interface ComplaintView extends FollowUp {
  readonly id: string
  readonly service: string
  readonly words: string
  readonly late: boolean
  /** Who was told that it is late; nobody until then. */
  readonly told: readonly string[]
  readonly steps: number
}

/** Complaints after a low rating, from their writing to what became of them. */
export interface Complaints {
  /** Throws `SURVEY_UNKNOWN` for a link of no visit. */
  own(token: string): Promise<OwnPage>
  /** Writes the complaint of a visit, the first one, once. Throws `SURVEY_EXPIRED` once nobody may answer for the visit any more. */
  write(token: string, words: string): Promise<void>
  list(office: string, scope: Scope): Promise<readonly ComplaintView[]>
  /** Who may have a complaint: whoever reads what citizens said, of the office or of this agency. */
  owners(office: string, scope: Scope): Promise<readonly { readonly id: string; readonly name: string }[]>
  /** Throws `COMPLAINT_STATE` where it is too late for an act, or somebody else acted after `steps`. */
  act(
    who: { readonly by: string; readonly scope: Scope },
    office: string,
    id: string,
    act: ComplaintAct,
    steps: number,
  ): Promise<void>
  /** Tells whoever is above of what is late, once; erases what was done long ago. */
  pass(): Promise<void>
}

export function createComplaints(deps: {
  readonly db: Database
  readonly offices: Offices
  readonly team: Pick<Team, 'chain'>
  readonly surveyLinks: Signer
  /** A keyed hash of a visit. */
  readonly holderOf: (ticketId: string) => string
  readonly newId: () => string
  readonly now: () => Instant
  /** Tells the screens of somebody that there is news. */
  readonly tell: (staffId: string) => void
}): Complaints {
  const { db, offices, team, holderOf, now, tell } = deps

  async function opened(token: string): Promise<{ holder: string; invited: Invitation }> {
    const ticketId = deps.surveyLinks.open(token)
    const invited = ticketId === undefined ? undefined : await invitation(db, ticketId)
    if (!invited) throw new AppError('SURVEY_UNKNOWN')
    return { holder: holderOf(invited.ticketId), invited }
  }

  const isOpen = (invited: Invitation) =>
    surveyState({ ...invited, answered: false }, now(), offices.get(invited.officeId)) !== 'expired'
  const isRated = ({ rated, answered }: Invitation) => rated || answered
  const mayWrite = (invited: Invitation) => isRated(invited) && isOpen(invited)

  const isOf = async (row: ComplaintsTable, scope: Scope) => {
    const day = { from: row.received, to: row.received }
    return heldThroughout(await offices.byDay(row.office), scope, { kind: 'service', id: row.service_id }, day)
  }

  /** Who reads what citizens said, of the whole office or of the agency of a service. */
  async function readers(office: string, agency: Scope) {
    const all = await rolesAtWork(db, office)
    const { roles: own } = offices.get(office)
    return all.filter(s => (s.agency === null || s.agency === agency) && permissionsOf(s.roles, own).has('survey.read'))
  }

  async function tellLate(row: ComplaintsTable): Promise<void> {
    const today = offices.today(row.office)
    if (!isOverdue(row, today)) return
    const agency = offices.get(row.office).services.find(s => s.id === row.service_id)?.agency ?? null
    const fit = await readers(row.office, agency)
    const whom = lateTold(await team.chain(row.office), row.owner_id, fit, today)
    const detail = { office: row.office, complaint: row.id, told: whom }
    const deed = { first: complaintLate(db, row.id, whom, today), then: [] }
    if (await onRecord(db, deed, { at: now(), who: 'system', what: 'complaint.late', detail })) whom.forEach(tell)
  }

  return {
    async own(token) {
      const { holder, invited } = await opened(token)
      const row = await complaintOf(db, holder)
      return {
        ...{ office: invited.officeId, service: invited.serviceId, mayWrite: mayWrite(invited) },
        early: !isRated(invited) && isOpen(invited),
        complaint: row && { ...followUpOf(row), words: row.words, received: row.received },
      }
    },

    async write(token, words) {
      const { holder, invited } = await opened(token)
      if (await complaintOf(db, holder)) return
      if (!mayWrite(invited)) throw new AppError('SURVEY_EXPIRED')
      const { officeId: office, serviceId } = invited
      const staff = await staffOfOffice(db, office)
      const received = offices.today(office)
      const begun = newComplaint(received, offices.get(office))
      await writeComplaint(db, {
        ...{ id: deps.newId(), holder, office, service_id: serviceId, received },
        // What names anybody is not even kept.
        words: redacted(words, partsOfNames(staff.map(({ name }) => name))),
        ...{ kind: begun.kind, state: begun.state, owner_id: null, due: begun.due, steps: 0 },
        ...{ answer: null, answered_on: null, done_on: null, lapor_number: null, lapor_state: null },
      })
    },

    async list(office, scope) {
      const today = offices.today(office)
      const rows = await complaintsOf(db, office, { before: today, doneFrom: addDays(today, -SHOWN_DONE_DAYS) })
      const told = await toldLate(db, office)
      const own = await Promise.all(rows.map(row => isOf(row, scope)))
      return rows
        .filter((_, i) => own[i])
        .map(row => ({
          ...{ id: row.id, service: row.service_id, words: row.words, ...followUpOf(row) },
          ...{ late: isOverdue(row, today), told: told.get(row.id) ?? [], steps: row.steps },
        }))
    },

    async owners(office, scope) {
      const names = new Map((await staffOfOffice(db, office)).map(s => [s.id, s.name]))
      return (await readers(office, scope))
        .map(({ id }) => ({ id, name: names.get(id) ?? id }))
        .sort((a, b) => a.name.localeCompare(b.name, 'id'))
    },

    async act({ by, scope }, office, id, act, steps) {
      const row = await complaintById(db, office, id)
      const today = offices.today(office)
      if (!row || row.received >= today || !(await isOf(row, scope))) throw new AppError('NOT_FOUND')
      const before = followUpOf(row)
      const next = acted(before, act, { today, received: row.received, office: offices.get(office) })
      if (row.steps !== steps) {
        // The same act once more, because its answer was lost, is done.
        if (JSON.stringify(next) === JSON.stringify(before)) return
        throw new AppError('COMPLAINT_STATE', { state: row.state })
      }
      if (act.do === 'assign') {
        const agency = offices.get(office).services.find(s => s.id === row.service_id)?.agency ?? null
        if (!(await readers(office, agency)).some(s => s.id === act.owner)) throw new AppError('NOT_FOUND')
      }
      const detail = { office, complaint: id, do: act.do, ...(act.do === 'sort' ? { kind: act.kind } : {}) }
      const deed = { first: complaintActed(db, id, steps, next), then: [] }
      if (!(await onRecord(db, deed, { at: now(), who: by, what: 'complaint.act', detail })))
        throw new AppError('COMPLAINT_STATE', { state: row.state })
      if (act.do === 'assign') tell(act.owner)
    },

    async pass() {
      await ofEach(await complaintsOpen(db), tellLate)
      await ofEach(offices.all(), ({ id }) => eraseComplaints(db, id, addDays(offices.today(id), -KEPT_DAYS)))
    },
  }
}

function followUpOf(row: ComplaintsTable): FollowUp {
  return {
    ...{ kind: row.kind, state: row.state, owner: row.owner_id, due: row.due, answer: row.answer },
    ...{ answeredOn: row.answered_on, doneOn: row.done_on },
    ...{ laporNumber: row.lapor_number, laporState: row.lapor_state },
  }
}
