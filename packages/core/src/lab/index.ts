export type { Lab, LabOptions } from './start-lab.ts'
export { LabPortTaken, startLab } from './start-lab.ts'
export type { LabKey, LabLanguage, LabTarget } from './targets.ts'
export { labKeys, labPortCount, labTargets } from './targets.ts'
