import type { Ending } from './ending.ts'

/** What TLS 1.3 sessions came to. */
export type Resumed13 =
  | {
      readonly done: true
      readonly ticket: boolean
      readonly resumed: boolean
      readonly earlyData: boolean
      /** What was answered to the request. */
      readonly said: string
    }
  | { readonly done: false; readonly ending: Ending }
