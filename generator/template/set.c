/* Finds parameters, slots and assets of components. */
#include "template/set.h"

const Parameter *set_find_parameter(const Component *component, Slice name, uint32_t *ret_index)
{
    for (uint32_t i = 0; i < component->parameter_count; i++) {
        if (!slice_equal(component->parameters[i].name, name))
            continue;
        if (ret_index != NULL)
            *ret_index = i;
        return &component->parameters[i];
    }
    return NULL;
}

bool set_find_slot(const Component *component, Slice name, uint32_t *ret_index)
{
    for (uint32_t i = 0; i < component->slot_count; i++) {
        if (slice_equal(component->slots[i], name)) {
            *ret_index = i;
            return true;
        }
    }
    return false;
}

void set_add_inlined(Component *component, InlinedAsset asset)
{
    for (size_t i = 0; i < component->inlined_count; i++) {
        if (slice_equal(component->inlined[i].path, asset.path))
            return;
    }
    component->inlined =
        arena_grow(component->set->arena, component->inlined, sizeof *component->inlined,
                   component->inlined_count, &component->inlined_capacity);
    component->inlined[component->inlined_count++] = asset;
}
