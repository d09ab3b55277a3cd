import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import {
  MOST_THANKS,
  seesMessage,
  tellsWho,
  waitsFor,
  type About,
  type FeedbackMessage,
} from '../../../shared/officer/feedback/feedback.ts'
import { cutWords } from '../../../shared/officer/feedback/cut.ts'
import { readChange, type Changed } from '../../../shared/officer/feedback/changed.ts'
import type { Guide } from '../../../shared/officer/feedback/guides.ts'
import { fixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { readable, toldOf, type Chain, type Span } from '../../../shared/oversight/team.ts'
import { changedSays } from '../../../shared/text/changed.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { finishedBy } from '../../store/record/evidence.ts'
import {
  feedbackById,
  feedbackMessage,
  feedbackOf,
  feedbackRead,
  feedbackReads,
  feedbackRow,
  thanksOn,
} from '../../store/record/feedback.ts'
import { staffOfOffice } from '../../store/staff.ts'
import { hashOf } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import { createTurn } from '../office/turn.ts'
import { onBehalf, type Reader, type Team } from '../oversight/team.ts'
import type { Readings } from '../oversight/readings.ts'

/** A message as one of the two who read it sees it. */
export interface ShownMessage extends Pick<
  FeedbackMessage,
  'id' | 'kind' | 'about' | 'text' | 'tags' | 'corrects' | 'at'
> {
  /** Of what the program wrote: what happened, to be said in the reader's language; `text` has it in Indonesian. */
  readonly changed?: Changed | undefined
  readonly mine: boolean
  /** `null`: the program, or a citizen. */
  readonly author: string | null
  /** In whose name. */
  readonly behalf: string | null
  /** When the other one said that they have read it. */
  readonly readAt: Instant | null
  /** It waits for whoever looks. */
  readonly waits: boolean
}

/** What is written. */
export interface Writing {
  readonly kind: 'feedback' | 'reply' | 'note'
  readonly about: About
  readonly text: string
  readonly tags: readonly Guide[]
  readonly corrects: string | null
}

/** Who asks, and as whom the act goes on record. */
export interface Writer extends Reader {
  readonly by: string
}

/** What somebody and who assesses them say to each other; dated, never changed, for these two alone. */
export interface Feedback {
  /** The own messages, the first first. */
  own(reader: Reader): Promise<readonly ShownMessage[]>
  /** Of somebody of the team, as far as the reader's days go; on record. Throws `NOT_OF_TEAM`. */
  of(reader: Reader, officer: string): Promise<readonly ShownMessage[]>
  /** Throws `NOT_OF_TEAM` for a note while nobody assesses the writer, `NOT_FOUND` for a correction of what is not the writer's own. */
  reply(writer: Writer, writing: Omit<Writing, 'kind'> & { kind: 'reply' | 'note' }, key: string): Promise<ShownMessage>
  /** To somebody of the team. Throws `NOT_OF_TEAM`, and `NOT_FOUND` as `reply` does. */
  write(writer: Writer, officer: string, writing: Writing, key: string): Promise<ShownMessage>
  /** Thanks to a colleague of the office. Throws `THANKS_SELF`, `THANKS_MANY` for one more than a day has, and `NOT_FOUND` for whoever is none. */
  thank(writer: Writer, officer: string, text: string, key: string): Promise<void>
  /**
   * Gives a citizen's words, as they were changed, to an officer of the team; what they were before is not kept. Throws `NOT_OF_TEAM`, `NOT_FOUND` for words
   * that are not among those of the month, `KUDOS_NAMES` for words that tell who somebody is, `KUDOS_CHANGED` for such as nobody wrote or meant, `KUDOS_SERVICE` where the officer served no such visit, `KUDOS_GIVEN` for those that were given.
   */
  release(writer: Writer, officer: string, of: Released, key: string): Promise<void>
  /** That somebody has read a message. Throws `NOT_FOUND` for one that they do not see. */
  read(writer: Writer, message: string): Promise<void>
  /** Whose threads the messages are in that wait for somebody, one for each; the own id for own messages. */
  waiting(reader: Reader): Promise<readonly string[]>
}

/** A citizen's words of a service in a closed month, and what is to be shown of them. */
export interface Released {
  readonly month: string
  readonly service: string
  readonly original: string
  readonly text: string
}

export function createFeedback(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'today'>
  readonly team: Pick<Team, 'chain' | 'mustRead' | 'mustAct' | 'assessorOn' | 'today' | 'peers'>
  readonly readings: Pick<Readings, 'note'>
  /** What citizens wrote of a service in a closed month, as far as the floors allow. */
  readonly suggestions: (
    office: string,
    month: string,
    service: string,
    scope: Reader['agency'],
  ) => Promise<readonly string[]>
  readonly now: () => Instant
  /** Tells the screens of somebody that there is news. */
  readonly tell: (staffId: string) => void
}): Feedback {
  const { db, offices, team, readings, now } = deps
  const thanking = createTurn()

  /** Everybody whose screens count the messages of an officer hears of it, whoever wrote or read one among them. */
  async function tell({ id, officeId }: Writer, officer: string): Promise<void> {
    const today = offices.today(officeId)
    const others = toldOf(await team.chain(officeId), officer, today, today)
    for (const one of new Set([id, officer, ...others])) deps.tell(one)
  }

  async function shown(viewer: string, office: string, all: readonly FeedbackMessage[]): Promise<ShownMessage[]> {
    const names = new Map((await staffOfOffice(db, office)).map(s => [s.id, s.name]))
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? id))
    const reads = all.length > 0 ? await feedbackReads(db, all[0]!.officerId) : []
    return all.map(message => {
      const { id, kind, about, text, tags, corrects, at, authorId } = message
      const of = reads.filter(r => r.message_id === id)
      return {
        ...{ id, kind, about, tags, corrects, at, ...saidOf(kind, text) },
        ...{ mine: authorId === viewer, author: nameOf(authorId), behalf: nameOf(message.behalfOf) },
        readAt: of.find(r => r.reader_id !== authorId)?.at ?? null,
        waits: waitsFor(message, viewer) && !of.some(r => r.reader_id === viewer),
      }
    })
  }

  /** The days of an officer that somebody may read, until today: whoever came after reads nothing of the time before. */
  function daysOf(chain: Chain, reader: string, officer: string, today: string): readonly Span[] {
    return readable(chain, reader, officer, { from: '2000-01-01', to: today }, today)
  }

  /** Writes a message once for each key. Throws `COMMAND_ID_REUSED` for another one under the same. */
  async function put(by: string, office: string, message: FeedbackMessage, source: string | null): Promise<boolean> {
    const { about } = message
    const row = {
      ...{ id: message.id, office, officer_id: message.officerId, author_id: message.authorId },
      ...{ behalf_of: message.behalfOf, kind: message.kind, about_kind: about.kind, about_ref: about.ref },
      ...{ about_from: about.from, about_to: about.to, text: message.text, tags: JSON.stringify(message.tags) },
      ...{ corrects: message.corrects, with_id: message.withId, source, at: message.at },
    }
    const known = await feedbackById(db, message.id)
    if (known) {
      if (!isDeepStrictEqual({ ...feedbackMessage(known), at: message.at }, message))
        throw new AppError('COMMAND_ID_REUSED')
      return true
    }
    // What was said stays in the thread: the log of acts holds who and about what.
    const detail = {
      ...{ office, message: message.id, officer: message.officerId, kind: message.kind, about: about.ref },
      ...(message.behalfOf === null ? {} : { onBehalf: message.behalfOf }),
    }
    const entry = { at: message.at, who: by, what: `feedback.${message.kind}`, detail }
    return onRecord(db, { first: feedbackRow(db, row), then: [] }, entry)
  }

  const idOf = (by: string, key: string) => hashOf(`feedback ${by} ${key}`).slice(0, 22)

  async function mustCorrect(corrects: string | null, author: string, officer: string): Promise<void> {
    if (corrects === null) return
    const known = await feedbackById(db, corrects)
    if (known?.author_id !== author || known.officer_id !== officer) throw new AppError('NOT_FOUND')
  }

  const one = async (viewer: string, office: string, officer: string, id: string) =>
    (await shown(viewer, office, await feedbackOf(db, officer))).find(m => m.id === id)!

  /** Whoever writes has read what came before. */
  async function wrote(writer: Writer, officer: string): Promise<void> {
    const waiting = (await shown(writer.id, writer.officeId, await feedbackOf(db, officer))).filter(m => m.waits)
    await db.atomic(waiting.filter(m => m.kind !== 'note').map(m => feedbackRead(db, m.id, writer.id, now())))
  }

  return {
    own: async ({ id, officeId }) => shown(id, officeId, await feedbackOf(db, id)),

    async of(reader, officer) {
      const today = offices.today(reader.officeId)
      const [standing] = await team.mustRead(reader, officer, { from: '2000-01-01', to: today })
      const days = daysOf(await team.chain(reader.officeId), reader.id, officer, today)
      const forId = standing!.onBehalf ? standing!.of : undefined
      const { id, officeId } = reader
      await readings.note({ office: officeId, officerId: officer, readerId: id, forId, what: 'thread', period: today })
      return shown(
        id,
        officeId,
        (await feedbackOf(db, officer)).filter(m => seesMessage(m, id, days)),
      )
    },

    async reply(writer, writing, key) {
      const { id, officeId, by } = writer
      await mustCorrect(writing.corrects, id, id)
      const withId =
        writing.kind === 'note' ? ((await team.assessorOn(officeId, id, offices.today(officeId))) ?? null) : null
      if (writing.kind === 'note' && withId === null) throw new AppError('NOT_OF_TEAM')
      const base = { id: idOf(by, key), officerId: id, authorId: id, behalfOf: null, withId, at: now() }
      await put(by, officeId, { ...writing, ...base, tags: [] }, null)
      await wrote(writer, id)
      await tell(writer, id)
      return one(id, officeId, id, base.id)
    },

    async write(writer, officer, writing, key) {
      const { id, officeId, by } = writer
      const standing = await team.mustAct(writer, officer)
      await mustCorrect(writing.corrects, id, officer)
      const behalfOf = onBehalf(standing).onBehalf ?? null
      const withId = writing.kind === 'note' ? id : null
      const base = { id: idOf(by, key), officerId: officer, authorId: id, behalfOf, withId, at: now() }
      await put(by, officeId, { ...writing, ...base }, null)
      await wrote(writer, officer)
      await tell(writer, officer)
      return one(id, officeId, officer, base.id)
    },

    async thank(writer, officer, text, key) {
      const { id, officeId, by, agency } = writer
      if (officer === id) throw new AppError('THANKS_SELF')
      if (!(await team.peers({ id, officeId, agency })).some(s => s.id === officer)) throw new AppError('NOT_FOUND')
      const today = offices.today(officeId)
      const about = { kind: 'day' as const, ref: today, from: today, to: today }
      const base = { id: idOf(by, key), officerId: officer, authorId: id, behalfOf: null, withId: null, at: now() }
      // One after another: what is sent at one instant is counted, too.
      await thanking(async () => {
        const given = await thanksOn(db, id, today, base.id)
        if (given >= MOST_THANKS) throw new AppError('THANKS_MANY', { most: MOST_THANKS })
        await put(by, officeId, { ...base, kind: 'thanks', about, text, tags: [], corrects: null }, null)
      })
      await tell(writer, officer)
    },

    async release(writer, officer, { month, service, original, text }, key) {
      const { officeId, by, agency } = writer
      const standing = await team.mustAct(writer, officer)
      if (!(await deps.suggestions(officeId, month, service, agency)).includes(original))
        throw new AppError('NOT_FOUND')
      const told = tellsWho(
        text,
        (await staffOfOffice(db, officeId)).map(s => s.name),
      )
      if (told.length > 0) throw new AppError('KUDOS_NAMES', { words: told.join(', ') })
      const words = cutWords(original, text)
      if (words === undefined) throw new AppError('KUDOS_CHANGED')
      const about = { kind: 'period' as const, ref: month, from: `${month}-01`, to: fixedPeriod(month)!.to }
      if ((await finishedBy(db, officeId, officer, about.from, about.to, service)) === 0)
        throw new AppError('KUDOS_SERVICE')
      const behalfOf = onBehalf(standing).onBehalf ?? null
      const base = { id: idOf(by, key), officerId: officer, authorId: null, behalfOf, withId: null, at: now() }
      const source = hashOf(JSON.stringify(['kudos', officeId, month, service, original]))
      const message = { ...base, kind: 'kudos' as const, about, text: words, tags: [], corrects: null }
      if (!(await put(by, officeId, message, source))) throw new AppError('KUDOS_GIVEN')
      await tell(writer, officer)
    },

    async read(writer, id) {
      const known = await feedbackById(db, id)
      if (!known || known.office !== writer.officeId) throw new AppError('NOT_FOUND')
      const chain = await team.chain(writer.officeId)
      const days = daysOf(chain, writer.id, known.officer_id, offices.today(writer.officeId))
      const message = feedbackMessage(known)
      if (!seesMessage(message, writer.id, days) || !waitsFor(message, writer.id)) throw new AppError('NOT_FOUND')
      const detail = { office: writer.officeId, message: id }
      const entry = { at: now(), who: writer.by, what: 'feedback.read', detail }
      await onRecord(db, { first: feedbackRead(db, id, writer.id, now()), then: [] }, entry)
      await tell(writer, known.officer_id)
    },

    async waiting(reader) {
      const own = await shown(reader.id, reader.officeId, await feedbackOf(db, reader.id))
      const waiting = own.filter(m => m.waits).map(() => reader.id)
      for (const { id } of await team.today(reader)) {
        const seen = (await feedbackOf(db, id)).filter(m => m.kind !== 'note' || m.withId === reader.id)
        waiting.push(...(await shown(reader.id, reader.officeId, seen)).filter(m => m.waits).map(() => id))
      }
      return waiting
    },
  }
}

/** What a message says: what the program wrote in Indonesian, and as what happened. */
function saidOf(kind: FeedbackMessage['kind'], text: string) {
  const changed = kind === 'system' ? readChange(text) : undefined
  return changed ? { text: changedSays(changed, 'id'), changed } : { text }
}
