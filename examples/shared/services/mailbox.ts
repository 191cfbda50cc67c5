import fastify from 'fastify';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Service } from './service';
import { Switches, type Failure, type FailOptions } from './switches';
