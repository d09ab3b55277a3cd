import type { OfficeInfo } from './office.ts'

/** Whether an office serves people; one that is being prepared gives neither numbers nor times. */
export function isOpened({ openedAt }: Pick<OfficeInfo, 'openedAt'>): boolean {
  return openedAt !== null
}
