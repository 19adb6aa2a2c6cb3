'use client'

import { Fault } from '../../features/failures/index.ts'

export default Fault
