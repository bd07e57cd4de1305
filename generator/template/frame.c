/* Makes frames. */
#include "template/frame.h"

RunFrame *frame_new(Arena *arena, const Component *component)
{
    const Program *program = &component->program;
    RunFrame *frame = ARENA_NEW(arena, RunFrame);
    frame->component = component;
    frame->values = ARENA_ARRAY(arena, Datum, program->slot_count);
    frame->loops = ARENA_ARRAY(arena, FrameLoop, program->loop_count);
    frame->places = ARENA_ARRAY(arena, FramePlace, program->place_count);
    return frame;
}
