#!/usr/bin/env node
// The order matters: nothing else may be loaded by a Node that is too old for it.
import './require-node';
import { main } from './program';

void main(process.argv.slice(2));
