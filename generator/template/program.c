/* Builds lists of ops for the compiler. */
#include "template/program.h"

void program_init(Program *program, Arena *arena)
{
    *program = (Program){.arena = arena};
    buffer_init(&program->text, arena, PROGRAM_MAX_TEXT_SIZE);
}

Op *program_add(Program *program, OpCode code, uint32_t offset)
{
    program->ops = arena_grow(program->arena, program->ops, sizeof *program->ops, program->op_count,
                              &program->op_capacity);
    Op *op = &program->ops[program->op_count++];
    *op = (Op){.code = (uint8_t) code, .offset = offset};
    return op;
}

void program_text(Program *program, Slice text)
{
    if (text.size == 0)
        return;
    Op *last = program->op_count > program->barrier ? &program->ops[program->op_count - 1] : NULL;
    if (last == NULL || last->code != OP_TEXT) {
        last = program_add(program, OP_TEXT, 0);
        last->start = (uint32_t) program->text.size;
    }
    buffer_add(&program->text, text);
    last->size = (uint32_t) program->text.size - last->start;
}

void program_text_byte(Program *program, char byte)
{
    program_text(program, (Slice){&byte, 1});
}

uint32_t program_mark(Program *program)
{
    program->barrier = program->op_count;
    return (uint32_t) program->op_count;
}

void program_land(Program *program, uint32_t at)
{
    program->ops[at].pc = program_mark(program);
}
