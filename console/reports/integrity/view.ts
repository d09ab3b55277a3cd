import type { Reply } from '../../../shared/contracts/api.ts'

/** What the server tells of an office, of one of its closed months, and of something flagged. */
export type View = Reply<'GET /api/offices/:office/integrity'>
export type Month = NonNullable<View['month']>
export type ToldFlag = View['running'][number]
