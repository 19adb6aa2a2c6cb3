import './schema.ts'

export { regradeAll, regradeTenant } from './jobs/regrade.ts'
export { rulings, rulingsUnder } from './loaders.ts'
