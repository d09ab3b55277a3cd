import type { Kysely } from 'kysely'
import type { AnswerChannel } from '../../../../shared/survey/collect/channels.ts'

/** By which road an answer came, or an invitation went out where that is known; `null` where nobody knows. */
export interface ChannelColumn {
  readonly channel: AnswerChannel | null
}

/** The questions of a questionnaire when this step was released. */
const UNSUR_THEN = [
  'persyaratan',
  'prosedur',
  'waktu',
  'biaya',
  'produk',
  'kompetensi',
  'perilaku',
  'pengaduan',
  'sarana',
]

/** Step `0079-answer-channels`. Of what is there already the road is not known; figures are read by it as well, without the rows. */
export async function channelColumns(db: Kysely<unknown>): Promise<void> {
  for (const table of ['skm_answers', 'invitations'])
    await db.schema.alterTable(table).addColumn('channel', 'text').execute()
  await db.schema.dropIndex('skm_answers_figures').execute()
  await db.schema
    .createIndex('skm_answers_figures')
    .on('skm_answers')
    .columns(['office', 'date', 'service_id', 'counter_id', ...UNSUR_THEN, 'channel'])
    .execute()
}
