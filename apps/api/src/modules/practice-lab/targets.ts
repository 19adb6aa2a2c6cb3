import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type LabTarget, labTargets } from '@sundown/core/lab'
import type { App } from '../../context.ts'

export type { LabTarget }

/** Whether this installation runs a lab: the lab writes its CA where the API is told to look. */
export const isLabAvailable = ({ env }: App): boolean =>
  env.SUNDOWN_LAB_CA !== undefined && existsSync(env.SUNDOWN_LAB_CA)

export const targetsOf = ({ env }: App): readonly LabTarget[] => labTargets(env.SUNDOWN_LAB_PORT)

export const labCaPem = async ({ env }: App): Promise<string | null> =>
  env.SUNDOWN_LAB_CA && existsSync(env.SUNDOWN_LAB_CA) ? readFile(env.SUNDOWN_LAB_CA, 'utf8') : null
