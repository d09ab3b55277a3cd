import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import {
  contestEffect,
  decidedExclusion,
  leftOutByObjection,
  mustBeAnswerable,
  mustBeFirst,
  mustBeHeard,
  mustBeOpen,
  mustBePart,
  mustDecideContest,
  type Excluded,
} from '../../../shared/officer/contest/contest.ts'
import { appendAudit, onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import {
  contestAnswer,
  contestApplied,
  contestById,
  contestDecision,
  contestRow,
  contestsOf,
  contestsToApply,
  contestWithdrawn,
  evidenceAdded,
  evidenceOf,
} from '../../store/record/contests.ts'
import type { ContestsTable } from '../../store/schema/record/contest-tables.ts'
import { hashOf } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import { createTurn } from '../office/turn.ts'
import type { Reader, Team } from '../oversight/team.ts'
import { timesOf, type ContestRights } from './contest-rights.ts'
import {
  createContestViews,
  type Contest,
  type ContestedScores,
  type Decision,
  type Objection,
} from './contest-views.ts'
import { createContestWeighing } from './contest-weighing.ts'
import { onItsWay } from '../office/on-its-way.ts'

/** How many pieces of evidence may be added after an objection was made. */
const MOST_ADDED = 10

/** Objections of officers to figures of closed periods. */
export interface Contests {
  /** The own ones, and those that wait for or were decided by whoever asks; the latest first. */
  of(reader: Reader): Promise<readonly Contest[]>
  /** Throws `NOT_FOUND` for one that is none of the reader's. */
  one(reader: Reader, id: string): Promise<Contest>
  /** How many of the own ratings are meant, and until when it may be objected. Throws as `object` does. */
  asked(reader: Reader, period: string, excluded: Excluded): Promise<Contest['effect'] & { readonly until: LocalDate }>
  /** Throws `CONTEST_EARLY`, `CONTEST_LATE`, `CONTEST_UNTOLD`, `CONTEST_NONE` where no rating is meant, `CONTESTED_ALREADY` for a second one of a period or day, and `BAD_REQUEST`. */
  object(reader: Reader, objection: Objection, key: string): Promise<Contest>
  /** The assessor's words. Throws `NOT_FOUND`, `FORBIDDEN`, `CONTEST_ANSWERED`, `CONTEST_LATE`, `CONTEST_ENDED`. */
  answer(reader: Reader, id: string, words: string, key: string): Promise<Contest>
  /** Throws `CONTEST_OWN`, `CONTEST_AGAINST`, `FORBIDDEN` and `CONTEST_UNHEARD`, each on record, `CONTEST_ENDED` and `BAD_REQUEST`. */
  decide(reader: Reader, id: string, decision: Decision, key: string): Promise<Contest>
  /** How many ratings would remain if a part were upheld; no figure. Throws as `decide` does, on record. */
  partly(reader: Reader, id: string, part: Excluded): Promise<Contest['effect']>
  /** The officer adds a piece of evidence. Throws `NOT_FOUND`, `FORBIDDEN`, `CONTEST_ENDED`, `CONTEST_FULL`. */
  add(reader: Reader, id: string, line: string, key: string): Promise<Contest>
  /** The officer takes it back; it stays on record. Throws `NOT_FOUND`, `FORBIDDEN`, `CONTEST_ENDED`. */
  withdraw(reader: Reader, id: string): Promise<Contest>
  /** Carries out what was decided before a kill. */
  resume(): Promise<void>
}

export function createContests(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly team: Pick<Team, 'chain'>
  readonly rights: ContestRights
  readonly scores: ContestedScores
  readonly now: () => Instant
  /** Tells the screens of somebody that there is news. */
  readonly tell: (staffId: string) => void
}): Contests {
  const { db, offices, scores, now } = deps
  const { peopleOf } = deps.rights
  const { counted, told } = createContestViews(deps)
  const { weighed, otherwise } = createContestWeighing(deps)
  // One after another, so that each finds what those before it left.
  const inTurn = createTurn()

  async function mustTell(row: ContestsTable, reader: Reader): Promise<Contest> {
    const contest = await told(row, reader)
    if (!contest) throw new AppError('NOT_FOUND')
    return contest
  }

  async function found(reader: Reader, id: string): Promise<ContestsTable> {
    const row = await contestById(db, id)
    if (row?.office !== reader.officeId) throw new AppError('NOT_FOUND')
    return row
  }

  /** Whoever takes part in it hears of it, and whoever stands in for one of them. */
  async function tell(row: ContestsTable): Promise<void> {
    const { assessors, decider } = await peopleOf(row, row.officer_id)
    const part = [row.officer_id, ...assessors, ...(decider === undefined ? [] : [decider])]
    const { delegations } = await deps.team.chain(row.office)
    const standing = delegations.filter(d => part.includes(d.personId)).map(d => d.delegateId)
    for (const one of new Set([...part, ...standing])) deps.tell(one)
  }

  async function apply(row: ContestsTable): Promise<void> {
    if (row.decided_excluded === null || row.applied_at !== null) return
    const exclusion = leftOutByObjection(row.officer_id, JSON.parse(row.decided_excluded) as Excluded)
    const who = `staff:${row.decided_by!}`
    await scores.recompute({ id: row.id, office: row.office, cause: 'contest', exclusion, who })
    await contestApplied(db, row.id, now())
  }

  /** In whose right somebody decides; a refusal is on record. */
  async function mustDecide(row: ContestsTable, reader: Reader): Promise<{ readonly of: string }> {
    return onItsWay(
      async () => {
        const right = mustDecideContest(await peopleOf(row, reader.id))
        mustBeHeard(timesOf(row), offices.today(row.office), offices.get(row.office).zone)
        return right
      },
      async code => {
        const detail = { office: row.office, contest: row.id, code }
        await appendAudit(db, { at: now(), who: `staff:${reader.id}`, what: 'contest.refused', detail })
      },
    )
  }

  /** An own objection that still waits. */
  async function ownOpen(reader: Reader, id: string): Promise<ContestsTable> {
    const row = await found(reader, id)
    if (row.officer_id !== reader.id) throw new AppError('FORBIDDEN')
    mustBeOpen(timesOf(row))
    return row
  }

  async function object(
    reader: Reader,
    { period, causes, excluded, words, evidence }: Objection,
    key: string,
  ): Promise<Contest> {
    const id = hashOf(`contest ${reader.id} ${key}`).slice(0, 22)
    const known = await contestById(db, id)
    if (known) {
      const stands = [
        known.period,
        known.words,
        ...[known.causes, known.excluded, known.evidence].map(j => JSON.parse(j) as unknown),
      ]
      if (!isDeepStrictEqual(stands, [period, words, causes, excluded, evidence]))
        throw new AppError('COMMAND_ID_REUSED')
      return mustTell(known, reader)
    }
    const { n, meant } = await weighed(reader, period, excluded)
    mustBeFirst(excluded, await otherwise(reader, period))
    if (meant === 0) throw new AppError('CONTEST_NONE')
    const row: ContestsTable = {
      ...{ id, office: reader.officeId, officer_id: reader.id, period, words, n, meant, objected_at: now() },
      ...{ causes: JSON.stringify(causes), excluded: JSON.stringify(excluded), evidence: JSON.stringify(evidence) },
      ...{ answer_id: null, answer: null, answered_by: null, answered_at: null },
      ...{ decision_id: null, outcome: null, reasons: null, decided_excluded: null },
      ...{ decided_by: null, decided_for: null, decided_at: null, applied_at: null, withdrawn_at: null },
    }
    const detail = { office: row.office, contest: id, period, causes, excluded, meant }
    const entry = { at: now(), who: `staff:${reader.id}`, what: 'contest.object', detail }
    if (!(await onRecord(db, { first: contestRow(db, row), then: [] }, entry))) throw new AppError('CONTESTED_ALREADY')
    await tell(row)
    return mustTell(row, reader)
  }

  return {
    async of(reader) {
      const rows = await contestsOf(db, reader.officeId)
      return (await Promise.all(rows.map(row => told(row, reader)))).filter(c => c !== undefined)
    },
    one: async (reader, id) => mustTell(await found(reader, id), reader),
    asked: weighed,

    object: (reader, objection, key) => inTurn(() => object(reader, objection, key)),

    answer: (reader, id, words, key) =>
      inTurn(async () => {
        const row = await found(reader, id)
        const answerId = hashOf(`answer ${reader.id} ${key}`).slice(0, 22)
        if (row.answer_id === answerId) {
          if (row.answer !== words) throw new AppError('COMMAND_ID_REUSED')
          return mustTell(row, reader)
        }
        const { assessors, actsFor } = await peopleOf(row, reader.id)
        if (row.officer_id === reader.id || !actsFor.some(one => assessors.includes(one)))
          throw new AppError('FORBIDDEN')
        mustBeAnswerable(timesOf(row), offices.today(row.office), offices.get(row.office).zone)
        const given = { answer_id: answerId, answer: words, answered_by: reader.id, answered_at: now() }
        const detail = { office: row.office, contest: id }
        const entry = { at: now(), who: `staff:${reader.id}`, what: 'contest.answer', detail }
        if (!(await onRecord(db, { first: contestAnswer(db, id, given), then: [] }, entry)))
          throw new AppError('CONTEST_ANSWERED')
        await tell({ ...row, ...given })
        return mustTell({ ...row, ...given }, reader)
      }),

    decide: (reader, id, { outcome, reasons, part }, key) =>
      inTurn(async () => {
        const row = await found(reader, id)
        const who = `staff:${reader.id}`
        const decisionId = hashOf(`decision ${reader.id} ${key}`).slice(0, 22)
        if (row.decision_id === decisionId) {
          const stands = [row.outcome, row.reasons, JSON.parse(row.decided_excluded ?? 'null')]
          const excluded = decidedExclusion(JSON.parse(row.excluded) as Excluded, outcome, part) ?? null
          if (!isDeepStrictEqual(stands, [outcome, reasons, excluded])) throw new AppError('COMMAND_ID_REUSED')
          await apply(row)
          return mustTell(row, reader)
        }
        const right = await mustDecide(row, reader)
        mustBeOpen(timesOf(row))
        const excluded = decidedExclusion(JSON.parse(row.excluded) as Excluded, outcome, part)
        const decided = {
          ...(await counted(row)),
          ...{ decision_id: decisionId, outcome, reasons, decided_by: reader.id, decided_for: right.of },
          ...{ decided_excluded: excluded ? JSON.stringify(excluded) : null, decided_at: now() },
        }
        const behalf = right.of === reader.id ? {} : { onBehalf: right.of }
        const detail = { office: row.office, contest: id, outcome, ...(excluded ? { excluded } : {}), ...behalf }
        const entry = { at: now(), who, what: 'contest.decide', detail }
        if (!(await onRecord(db, { first: contestDecision(db, id, decided), then: [] }, entry)))
          throw new AppError('CONTEST_ENDED')
        await apply({ ...row, ...decided })
        await tell({ ...row, ...decided })
        return mustTell({ ...row, ...decided }, reader)
      }),

    async partly(reader, id, part) {
      const row = await found(reader, id)
      await mustDecide(row, reader)
      mustBeOpen(timesOf(row))
      mustBePart(part, JSON.parse(row.excluded) as Excluded)
      const { n, meant } = await counted(row, part)
      return contestEffect(n, meant, offices.get(row.office).minRatings)
    },

    add: (reader, id, line, key) =>
      inTurn(async () => {
        const row = await found(reader, id)
        const own = hashOf(`evidence ${reader.id} ${key}`).slice(0, 22)
        const known = (await evidenceOf(db, id)).find(one => one.id === own)
        if (known) {
          if (known.line !== line) throw new AppError('COMMAND_ID_REUSED')
          return mustTell(row, reader)
        }
        await ownOpen(reader, id)
        if ((await evidenceOf(db, id)).length >= MOST_ADDED) throw new AppError('CONTEST_FULL')
        const first = evidenceAdded(db, { id: own, contest: id, line, at: now() })
        const detail = { office: row.office, contest: id }
        const entry = { at: now(), who: `staff:${reader.id}`, what: 'contest.evidence', detail }
        await onRecord(db, { first, then: [] }, entry)
        await tell(row)
        return mustTell(row, reader)
      }),

    withdraw: (reader, id) =>
      inTurn(async () => {
        const known = await found(reader, id)
        if (known.officer_id === reader.id && known.withdrawn_at !== null) return mustTell(known, reader)
        const row = await ownOpen(reader, id)
        const given = { ...(await counted(row)), withdrawn_at: now() }
        const detail = { office: row.office, contest: id }
        const entry = { at: now(), who: `staff:${reader.id}`, what: 'contest.withdraw', detail }
        const first = contestWithdrawn(db, id, given)
        if (!(await onRecord(db, { first, then: [] }, entry))) throw new AppError('CONTEST_ENDED')
        await tell({ ...row, ...given })
        return mustTell({ ...row, ...given }, reader)
      }),

    async resume() {
      for (const row of await contestsToApply(db)) await apply(row)
    },
  }
}
