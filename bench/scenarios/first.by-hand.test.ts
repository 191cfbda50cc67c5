import { testByHand } from './by-hand';

testByHand([0, 1, 2, 3, 4]);
