import type { ScanStatus } from '../../graphql/generated/graphql.ts'

/** Whether a scan still has something to tell. */
export const isUnderWay = (status: ScanStatus): boolean => status === 'QUEUED' || status === 'RUNNING'
